using System.Text;

namespace NewsAlerts.Feeds.Text;

/// <summary>
/// Puts U+FFFD in the place of bytes that are wrong. The decoders of two-byte encodings take the byte behind a lone first
/// half for its second: where that is ASCII, it stays (Encoding Standard §10 to §14), since it may be the start of a tag.
/// </summary>
internal sealed class ReplacedBytes : DecoderFallback
{
    public override int MaxCharCount => 2;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Replacement();

    private sealed class Replacement : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _text = bytesUnknown is [_, .., var last and < 0x80] ? $"\uFFFD{(char)last}" : "\uFFFD";
            _next = 0;
            return true;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            _next = Math.Max(0, _next - 1);
            return _next > 0 || _text.Length > 0;
        }

        public override void Reset() => (_text, _next) = ("", 0);
    }
}
