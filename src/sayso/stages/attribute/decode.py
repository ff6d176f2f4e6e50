"""From the encoder's scores to attributions: who says what, as spans of the text.

    raw = decode(text, paragraphs, encoder.run(text, paragraphs), threshold=None)   # None: the model's default threshold
    raw[0].source, raw[0].cue, raw[0].content        # tuples of half-open (start, end) code points of the text
    raw[0].confidence                                # 0..1, calibrated: the share of such attributions that is right
    raw[0].reasons                                   # (name, value) pairs that the confidence was computed from

"""
