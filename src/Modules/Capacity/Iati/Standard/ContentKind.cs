namespace Noroshi.Capacity.Iati.Standard;

/// <summary>What an element holds.</summary>
internal enum ContentKind : byte
{
    /// <summary>Elements in a set order, no text.</summary>
    Elements,

    /// <summary>A value, no elements.</summary>
    Value,

    /// <summary>Anything: an extension of another namespace. Elements of the standard in it are still judged.</summary>
    Extension,

    /// <summary>Not judged, because the element itself is wrong already.</summary>
    Skipped,
}
