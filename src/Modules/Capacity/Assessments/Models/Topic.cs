using Noroshi.Kernel;

namespace Noroshi.Capacity.Assessments;

/// <summary>A topic of needs, offers and projects: the vocabulary of this program (IATI sector vocabulary 99).</summary>
/// <remarks>
/// <c>DacCode</c>: The nearest purpose code of the DAC: none of them says "cyber".
/// </remarks>
internal sealed record Topic(string Code, string Area, BothWords Name, string DacCode, string DacName, string Note, Provenance Provenance);
