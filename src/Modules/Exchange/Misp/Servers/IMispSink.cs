namespace Noroshi.Exchange.Misp;

/// <summary>Takes what is pulled.</summary>
internal interface IMispSink
{
    /// <summary>Keeps the objects and the cursor in one transaction: after a crash neither is there without the other. The same objects may come again.</summary>
    Task TakeAsync(MispDelivery delivery, CancellationToken cancel);
}
