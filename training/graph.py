"""What the tensors of the reader's graph are called."""


def layer_output(layer: int) -> str:
    """The tensor that a layer gives, the layers counted from 1."""
    return f"/encoder/layers.{layer - 1}/norm_down/LayerNormalization_output_0"
