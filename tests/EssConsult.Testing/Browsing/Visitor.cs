using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace EssConsult.Testing.Browsing;

/// <summary>One browser, without JavaScript: keeps its cookies, follows redirections, fills in the forms that it finds.</summary>
public sealed class Visitor
{
    private static readonly HtmlParser Parser = new();
    private readonly Func<string> log;
    private ConcurrentQueue<string> queries = new();

    internal Visitor(Site site, TestServer server, string address)
        : this(new Uri("http://localhost"), site.Log.ToString) =>
        Cookies.InnerHandler = server.CreateHandler(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            context.Items[QueryCounter.Key] = queries;
        });

    private Visitor(Uri root, Func<string> log)
    {
        this.log = log;
        WithoutRedirects = new HttpClient(Cookies) { BaseAddress = root };
        Client = new HttpClient(new RedirectHandler { InnerHandler = Cookies }) { BaseAddress = root };
    }

    /// <summary>A visitor of a site that runs as a process of its own.</summary>
    /// <param name="root">The site's address.</param>
    /// <param name="from">The visitor's, of this machine: limits count by address.</param>
    public static Visitor Of(Uri root, string from = "127.0.0.1")
    {
        var visitor = new Visitor(root, () => string.Empty);
        visitor.Cookies.InnerHandler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 2, ConnectCallback = (context, ct) => ConnectAsync(IPAddress.Parse(from), context.DnsEndPoint, ct) };
        return visitor;
    }

    public CookieJar Cookies { get; } = new();

    /// <summary>For requests that are not a page: JSON, files. It shares the cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>The same browser, shown each answer as it comes.</summary>
    public HttpClient WithoutRedirects { get; }

    /// <summary>The id of whoever is signed in; null for a visitor.</summary>
    public string? PersonId { get; private set; }

    private static async ValueTask<Stream> ConnectAsync(IPAddress from, DnsEndPoint to, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, to.Port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public Task<Page> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <exception cref="InvalidOperationException">The site answered 500; the message holds what it logged.</exception>
    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        queries = new ConcurrentQueue<string>();
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.InternalServerError)
        {
            throw new InvalidOperationException($"{request.Method} {request.RequestUri} answered 500.{Environment.NewLine}{log()}");
        }

        return new Page(this, response, text, Parser.ParseDocument(text), [.. queries]);
    }

    /// <summary>Presses a demo person's button on the sign-in page, or sends what it would: the page shows twenty of them.</summary>
    public async Task EnterAsync(string personId)
    {
        var page = await GetAsync("/connexion");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? throw new InvalidOperationException($"The sign-in page has no form: {page.Status} {page.Url} {page.Text("body")}");
        var content = new FormUrlEncodedContent([new("id", personId), new("__RequestVerificationToken", token)]);
        var entered = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/connexion?handler=Persona") { Content = content });
        PersonId = entered.Url.AbsolutePath == "/connexion" ? throw new InvalidOperationException($"{personId} could not sign in: {entered.Status}.") : personId;
    }
}
