namespace Noroshi.Exchange.Sharing;

/// <summary>May it leave?</summary>
internal enum ReleaseVerdict
{
    /// <summary>It stays.</summary>
    Deny,

    /// <summary>It leaves without some of its parts.</summary>
    Redact,

    /// <summary>It leaves as it is.</summary>
    Allow,
}
