using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>A listed entity that is not in ISO 3166-1: an organisation that is itself a member, or the code of another list.</summary>
internal sealed record Entity(string Code, string NameEn, string NameJa, string Note, Provenance Provenance);
