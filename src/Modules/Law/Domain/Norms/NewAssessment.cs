namespace Noroshi.Law.Domain;

/// <summary>How somebody judges a norm, checked and not yet kept.</summary>
/// <remarks>
/// <c>AsOf</c>: The day for which the judgement holds.<br/>
/// <c>SaidBy</c>: The office whose judgement it is.<br/>
/// <c>Version</c>: Number of the organisation's last assessment that the author has seen; 0 for none.
/// </remarks>
internal sealed record NewAssessment(string Norm, NormLevel Level, DateOnly AsOf, string Reason, string SaidBy, long Version);
