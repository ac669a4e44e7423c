using System.Net.ServerSentEvents;

namespace EssConsult.Notifications.Tests;

/// <summary>An open page of somebody, listening.</summary>
internal sealed class Ear : IAsyncDisposable
{
    private readonly HttpResponseMessage answer;
    private readonly IAsyncEnumerator<SseItem<string>> heard;

    private Ear(HttpResponseMessage answer, Stream stream) =>
        (this.answer, heard) = (answer, SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken));

    public static async Task<Ear> OpenAsync(Visitor visitor)
    {
        var answer = await visitor.Client.GetAsync("/compte/notifications/flux", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new Ear(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The number of news, once it is told again.</summary>
    public async Task<int> NextAsync()
    {
        (await heard.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)).ShouldBeTrue();
        heard.Current.EventType.ShouldBe("count");
        return int.Parse(heard.Current.Data, System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        await heard.DisposeAsync();
    }
}
