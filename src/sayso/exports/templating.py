"""How every page of ours is made from its template."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.views import wording


def escaped(package: str) -> Environment:
    """The templates of a package with everything escaped: an article's markup must never become the page's.

    A name that a template uses and nobody gave is an error, not nothing. `words` is `sayso.views.wording`.
    """
    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["words"] = wording
    return made
