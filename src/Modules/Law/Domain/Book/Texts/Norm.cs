using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A norm of responsible state behaviour, in our own words.</summary>
/// <remarks>
/// <c>Id</c>: <c>a</c> to <c>k</c>.<br/>
/// <c>Paragraph</c>: Where it stands in the report of 2015: <c>13(a)</c>.
/// </remarks>
internal sealed record Norm(string Id, string Paragraph, string En, string Ja, Provenance Provenance, string Note, int Line);
