"""Bytes to Documents: text with its blocks, and what the file says about who published it and when."""

from sayso.stages.ingest.files import ingest
from sayso.stages.ingest.records import GivenIds, from_line, from_record, read_record

__all__ = ["ingest", "from_record", "from_line", "read_record", "GivenIds"]
