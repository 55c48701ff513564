namespace Noroshi.Shell.Ui;

/// <summary>What an input inside a <see cref="FormField"/> must carry to belong to its label, hint and error.</summary>
/// <param name="Id">For <c>id</c> and <c>name</c>.</param>
/// <param name="DescribedBy">For <c>aria-describedby</c>.</param>
/// <param name="Invalid">For <c>aria-invalid</c>.</param>
public sealed record FieldIds(string Id, string? DescribedBy, bool Invalid);
