using System.Buffers;
using Noroshi.Capacity.Iati.Xml;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>The text of an element that holds a value, put together from its parts; longer ones than any value can be are cut.</summary>
internal sealed class ValueText(int longest)
{
    private readonly ArrayBufferWriter<byte> _written = new(256);

    internal ReadOnlySpan<byte> Bytes => _written.WrittenSpan;

    /// <summary>Whether something was cut off.</summary>
    internal bool IsTooLong { get; private set; }

    internal void Clear()
    {
        _written.ResetWrittenCount();
        IsTooLong = false;
    }

    internal void Add(ReadOnlySpan<byte> text, bool hasReferences)
    {
        if (_written.WrittenCount + text.Length > longest)
        {
            IsTooLong = true;
            return;
        }

        if (hasReferences) XmlReferences.Decode(text, isAttribute: false, _written);
        else _written.Write(text);
    }

    /// <summary>Whether a text is blank once its references are resolved.</summary>
    internal bool IsBlank(ReadOnlySpan<byte> text)
    {
        Clear();
        Add(text, hasReferences: true);
        return !IsTooLong && XmlCharacters.IsBlank(Bytes);
    }
}
