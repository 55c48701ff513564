using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>A value with where it comes from.</summary>
internal sealed record Sourced<T>(T Value, Provenance Provenance);
