using Noroshi.Kernel;

namespace Noroshi.Capacity.Assessments;

/// <summary>A level of a model's scale; <c>0-100</c> stands for a score in percent.</summary>
internal sealed record ScaleLevel(string Level, ScaleKind Kind, BothWords Name, Provenance Provenance);
