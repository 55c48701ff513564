namespace Noroshi.Shell.ReferenceData;

/// <summary>Admission to the United Nations and the regional group of the General Assembly.</summary>
internal sealed record UnMember(DateOnly Since, string Group);
