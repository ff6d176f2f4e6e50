"""What the pages of the desk show, as records: each is its page's JSON twin too."""
