namespace Noroshi.Observatory.Domain;

/// <summary>Takes events as a reader produces them. Implemented by structs, so that the reading loop is compiled per sink.</summary>
internal interface IEventSink
{
    void Add(in ObservedEvent observed);
}
