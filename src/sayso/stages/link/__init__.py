"""What stands between documents: copies and their parents, citations, same claims, origins, contradictions, changed
figures."""

from sayso.stages.link.documents import DocumentLinks
from sayso.stages.link.incremental import LinkState, relate_one, state_of
from sayso.stages.link.link import link, link_documents

__all__ = ["DocumentLinks", "LinkState", "link", "link_documents", "relate_one", "state_of"]
