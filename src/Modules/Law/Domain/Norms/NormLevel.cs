namespace Noroshi.Law.Domain;

/// <summary>How far, by one's own judgement, a norm is put into practice.</summary>
internal enum NormLevel
{
    /// <summary>Nobody has judged it, or an earlier judgement was taken back.</summary>
    NotAssessed,
    NotInPlace,
    PartlyInPlace,
    InPlace,
}
