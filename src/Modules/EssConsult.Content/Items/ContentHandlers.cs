namespace EssConsult.Content.Items;

/// <summary>The handlers of every module, in their order.</summary>
internal sealed class ContentHandlers(IEnumerable<IContentHandler> handlers)
{
    private readonly IContentHandler[] all = [.. handlers.OrderBy(handler => handler.Order)];

    public async Task ChangingAsync(ContentChange change, CancellationToken ct)
    {
        foreach (var handler in all)
        {
            await handler.ChangingAsync(change, ct);
        }
    }

    public async Task ChangedAsync(ContentChange change, CancellationToken ct)
    {
        foreach (var handler in all)
        {
            await handler.ChangedAsync(change, ct);
        }
    }
}
