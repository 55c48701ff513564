namespace Noroshi.Observatory.Enrichment;

/// <summary>Kinds of values of a MaxMind DB, as far as they are told apart here.</summary>
internal enum MmdbKind
{
    Other,
    Pointer,
    Text,
    Unsigned,
    Map,
    Array,
    Boolean,
}
