using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>One data set behind the geography.</summary>
/// <param name="Name">Its published name.</param>
/// <param name="Tells">What it tells: <c>country</c> or <c>asn</c>.</param>
/// <param name="Version">Its own version.</param>
/// <param name="AsOf">Date of the data, where it says.</param>
/// <param name="Licence">Under which licence it may be used.</param>
/// <param name="Attribution">What has to be said beside results; empty when nothing.</param>
/// <param name="Confidence">How far it may be relied on.</param>
internal sealed record GeoDataSet(string Name, string Tells, string Version, DateOnly? AsOf, string Licence, string Attribution, Confidence Confidence);
