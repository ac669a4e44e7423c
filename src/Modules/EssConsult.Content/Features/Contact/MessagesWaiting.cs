using EssConsult.Content.Contact;

namespace EssConsult.Content.Features.Contact;

internal sealed class MessagesWaiting(ReceivedMessages received) : IWaiting
{
    public string Address => "/admin/messages-recus";

    public (string One, string Several) Words => ("message à lire", "messages à lire");

    public Task<int> CountAsync(CancellationToken ct) => received.CountWaitingAsync(ct);
}
