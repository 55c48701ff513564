using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>A room that takes messages of peers. Registered in the services.</summary>
public interface IMessageReceiver
{
    /// <summary>The types it takes.</summary>
    IReadOnlyCollection<string> Types { get; }

    /// <summary>Applies the message in the transaction that marks it as applied: both are kept, or neither.</summary>
    /// <exception cref="PoisonedMessageException">The content makes no sense; it is set aside with the reason and the next is taken.</exception>
    Task ReceiveAsync(RecordTransaction transaction, ReceivedMessage message, CancellationToken cancel);

    /// <summary>Told after the transaction was committed, for what needs no transaction (telling open pages).</summary>
    Task AppliedAsync(ReceivedMessage message, CancellationToken cancel) => Task.CompletedTask;
}
