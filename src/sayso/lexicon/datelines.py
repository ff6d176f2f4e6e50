"""The place, date and agency that open a dispatch: `KABUL, Oct. 26 (AP) - `."""

import re

AGENCY = (
    r"AP|AFP|Reuters|REUTERS|UPI|TASS|Xinhua|IANS|ANI|EFE|DPA|dpa|RFE/RL|Interfax|BBC|CNN|Anadolu|AA|Bloomberg|PA|AAP"
    r"|PTI|Kyodo|Yonhap"
)
"""Names by which agencies sign."""
PLACE = r"[A-ZÀ-Ý][\w.’'-]*(?:[ ,/]+(?:[A-ZÀ-Ý][\w.’'/-]*|\d{1,4}|of|the|al-\w+))*"
DATELINE = re.compile(
    rf"(?:(?:{PLACE})?[ ,.]*\(?(?P<agency>{AGENCY})\)?\s*(?:[-–—:]+\s|\)\s)"  # KABUL (AP) - ; (AP) - ; AFP -
    r"|[A-ZÀ-Ý][A-ZÀ-Ý.’'-]{2,}(?:[ ,/]+(?:[A-ZÀ-Ý][\w.’'/-]*|\d{1,4}|of|the))*[ ,.]*"
    r"\((?:[A-ZÀ-Ý][\w.’'&/-]*)(?: [A-ZÀ-Ý][\w.’'&/-]*){0,3}\)\s*[-–—:]+\s"  # ADEN, Nov. 23 (Harbour Wire) -
    rf"|{PLACE} \([A-ZÀ-Ý]{{2,5}}\)\s*[-–—:]+\s"  # Hyderabad (CPA):
    r"|[A-ZÀ-Ý][A-ZÀ-Ý’'-]{4,}(?: [A-ZÀ-Ý’'-]{2,}){0,2}:\s(?=[A-ZÀ-Ý“\"])"  # MANGALURU: A delegation
    r"|[A-ZÀ-Ý][A-ZÀ-Ý.’'-]{2,}(?:[ ,/]+(?:[A-ZÀ-Ý][\w.’'/-]*|\d{1,4}|of|the))*\s*(?:--|[–—]|-\s)\s*)"
)
"""What opens a dispatch, up to its first word; `agency` is None for a place and date alone.

>>> DATELINE.match("KABUL, Oct. 26 (AP) — A bomb went off.").end()
23
>>> DATELINE.match("ADEN, Nov 23 (Harbour Wire) - A bomb went off.").end()
31
>>> DATELINE.match("MULTAN: A bomb went off.").end()
8
>>> DATELINE.match("Multan (CPA): A bomb went off.").end()
14
>>> DATELINE.match("NATO: No troops were sent")
"""
