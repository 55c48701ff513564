using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A field of a request under Article 29, with the text that asks for it.</summary>
/// <remarks>
/// <c>Number</c>: Place in the form, from 1.
/// </remarks>
internal sealed record RequestField(int Number, string Section, string Name, string Type, string Basis, Provenance Provenance, int Line);
