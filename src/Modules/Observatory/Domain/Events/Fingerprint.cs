namespace Noroshi.Observatory.Domain;

/// <summary>Scanning tools recognised by what they leave in the header; a source needs at least four matching packets.</summary>
internal enum Fingerprint : byte
{
    None = 0,

    /// <summary>TCP sequence number equals the destination address.</summary>
    Mirai = 1,

    /// <summary>IP identification 54321.</summary>
    ZMap = 2,

    /// <summary>IP identification equals (destination ^ destination port ^ sequence) &amp; 0xffff.</summary>
    Masscan = 3,
}
