namespace Noroshi.Capacity.Iati.Checking;

/// <summary>A rule of the standard beyond the structure.</summary>
/// <param name="Id">Its name in findings.</param>
/// <param name="IsError">Whether a file that breaks it is invalid; the others are advice, because published valid examples break them or because the verdict would change with the day.</param>
internal sealed record IatiRule(string Id, bool IsError);
