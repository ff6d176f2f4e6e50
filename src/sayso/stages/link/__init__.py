"""What stands between documents: copies and their parents, citations, same claims, origins, contradictions, changed
figures."""

from sayso.stages.link.around import Around
from sayso.stages.link.features import features_of
from sayso.stages.link.incremental import Renewed, relate_one
from sayso.stages.link.link import link, link_documents
from sayso.stages.link.texts.held import DocumentLinks

__all__ = ["Around", "DocumentLinks", "Renewed", "features_of", "link", "link_documents", "relate_one"]
