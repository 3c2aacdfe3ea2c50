"""Makes the smaller versions of an ONNX model that transformers.js asks for by its dtypes.

Usage: python peer_model.py MODEL.onnx; writes MODEL_quantized.onnx (q8) and MODEL_fp16.onnx beside it.

The settings are those of transformers.js' own conversion: dynamic quantisation of every operator that ONNX Runtime's
quantiser knows, signed 8-bit weights per tensor; and half precision with float32 at the graph's ends.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.float16 import convert_float_to_float16


def fold_transposed_head(model: onnx.ModelProto) -> None:
    """Makes the tied head a constant of its own, as exporters do; the quantisers pass over a transposed one."""
    weights = {tensor.name: tensor for tensor in model.graph.initializer}
    for node in list(model.graph.node):
        if node.op_type == "Transpose" and node.input[0] in weights:
            array = numpy_helper.to_array(weights[node.input[0]])
            folded = np.ascontiguousarray(array.T)
            model.graph.initializer.append(numpy_helper.from_array(folded, node.output[0]))
            model.graph.node.remove(node)


def main(path: Path) -> None:
    model = onnx.load(path)
    fold_transposed_head(model)
    quantize_dynamic(
        model,
        path.with_name(f"{path.stem}_quantized.onnx"),
        weight_type=QuantType.QInt8,
        extra_options={"EnableSubgraph": True, "MatMulConstBOnly": True},
    )
    half = convert_float_to_float16(onnx.load(path), keep_io_types=True)
    onnx.save(half, path.with_name(f"{path.stem}_fp16.onnx"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
