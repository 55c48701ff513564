namespace Noroshi.Law.Domain;

/// <summary>What a request for expedited preservation must hold, and the states it goes through.</summary>
internal sealed record PreservationForm(IReadOnlyList<RequestField> Fields, IReadOnlyList<PreservationStep> Steps)
{
    public static PreservationForm Empty { get; } = new([], []);
}
