"""What stands between documents: copies and their parents, citations, same claims, origins, contradictions, changed
figures."""

from sayso.stages.link.incremental import Around, Renewed, features_of, relate_one
from sayso.stages.link.link import link, link_documents
from sayso.stages.link.texts.documents import DocumentLinks

__all__ = ["Around", "DocumentLinks", "Renewed", "features_of", "link", "link_documents", "relate_one"]
