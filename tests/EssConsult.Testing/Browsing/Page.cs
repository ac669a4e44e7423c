using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace EssConsult.Testing.Browsing;

/// <summary>What the browser shows after a request.</summary>
public sealed class Page
{
    private readonly Visitor visitor;

    internal Page(Visitor visitor, HttpResponseMessage response, string html, IHtmlDocument document, IReadOnlyList<string> queries)
    {
        this.visitor = visitor;
        (Status, Headers, Url) = (response.StatusCode, response.Headers, response.RequestMessage!.RequestUri!);
        (Html, Document, Queries) = (html, document, queries);
    }

    public HttpStatusCode Status { get; }

    public HttpResponseHeaders Headers { get; }

    /// <summary>The address after redirections.</summary>
    public Uri Url { get; }

    public string Html { get; }

    public IHtmlDocument Document { get; }

    /// <summary>The SQL that the request ran, redirections included, work in the background excluded.</summary>
    public IReadOnlyList<string> Queries { get; }

    /// <summary>The text of the first element that matches, with runs of white space as one space; null when none does.</summary>
    public string? Text(string selector) => Document.QuerySelector(selector) is { } element ? Squeeze(element.TextContent) : null;

    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(element => Squeeze(element.TextContent))];

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    /// <summary>The form that matches, as the page filled it in.</summary>
    public Form Form(string selector = "main form") => Document.QuerySelector(selector) is IHtmlFormElement form
        ? new Form(visitor, this, form)
        : throw new InvalidOperationException($"{Url} has no form « {selector} ». {Status}{Environment.NewLine}{Text("main") ?? Html[..Math.Min(Html.Length, 1000)]}");

    /// <summary>Follows the link whose text or accessible name is this.</summary>
    public Task<Page> FollowAsync(string text)
    {
        var link = Document.Links.FirstOrDefault(link => Squeeze(link.TextContent) == text || link.GetAttribute("aria-label") == text)
            ?? throw new InvalidOperationException($"{Url} has no link « {text} ».");
        return visitor.GetAsync(new Uri(Url, link.GetAttribute("href")).PathAndQuery);
    }

    internal static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
