using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Core;

/// <summary>Hands events to a reducer; a struct, so that the reading loop is compiled for it.</summary>
internal readonly struct ReducerSink(Reducer reducer) : IEventSink
{
    public void Add(in ObservedEvent observed) => reducer.Add(in observed);
}
