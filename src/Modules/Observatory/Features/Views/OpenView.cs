using Noroshi.Observatory.Api;

namespace Noroshi.Observatory.Features;

/// <summary>A page's view, opened: who looks, at what is held, through which filter. The parts of the page ask their own questions of it.</summary>
/// <param name="Viewer">Who looks.</param>
/// <param name="Held">What is held for them; null when nothing is.</param>
/// <param name="Query">The view; null when its address is not understood.</param>
/// <param name="Problem">What is wrong with the address.</param>
internal sealed record OpenView(Viewer Viewer, Held? Held, ViewQuery? Query, FilterProblem? Problem);
