namespace Noroshi.Observatory.Reading;

/// <summary>Which of the kinds that matter here an EVE line is.</summary>
internal enum EveKind
{
    Other,
    Alert,
    Flow,
}
