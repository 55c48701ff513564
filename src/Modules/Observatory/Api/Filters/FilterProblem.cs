namespace Noroshi.Observatory.Api;

/// <summary>Why a request cannot be understood: which parameter, what is wrong with it, what to send instead.</summary>
internal sealed record FilterProblem(string Parameter, string Wrong, string Remedy);
