using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EssConsult.Workflows.Web;

/// <summary>The request within which a circuit runs, and what is said to whoever sent it. In the worker there is none.</summary>
internal sealed class WorkflowRequest(ITempDataDictionaryFactory tempData)
{
    private const int MostBody = 1_000_000;
    private readonly List<FormError> errors = [];
    private readonly List<FormNotice> notices = [];
    private HttpContext? http;

    public HttpContext Http => http ?? throw new RuleException("workflow.no-request", "Cette étape n’a de sens qu’au moment où quelqu’un envoie un formulaire.");

    public bool IsPresent => http is not null;

    /// <summary>What was sent, as text.</summary>
    public string Body { get; private set; } = string.Empty;

    public IReadOnlyList<FormError> Errors => errors;

    /// <summary>What the last check of the whole form said; null before one.</summary>
    public bool? Verdict { get; set; }

    /// <summary>A sentence after a good verdict is not a refusal: Orchard's recipes thank by one.</summary>
    public bool IsRefused => Verdict == false || (Verdict is null && errors.Count > 0);

    /// <summary>What the sender gets once the run is kept; null when no activity said.</summary>
    public FormAnswer? Answer { get; set; }

    /// <summary>What is tried out answers nobody.</summary>
    public void Detach() => http = null;

    /// <summary>There may be something to say though no circuit ran.</summary>
    public void Attach(HttpContext request) => http = request;

    /// <summary>Lets circuits run within a request, once its form or its text is read.</summary>
    public async Task OpenAsync(HttpContext request, CancellationToken ct)
    {
        http = request;
        if (request.Request.HasFormContentType)
        {
            await request.Request.ReadFormAsync(ct);
        }
        else if (request.Request.ContentLength is > 0 and <= MostBody)
        {
            using var reader = new StreamReader(request.Request.Body, Encoding.UTF8);
            Body = await reader.ReadToEndAsync(ct);
        }
    }

    /// <summary>A field of the form as text; empty when it is missing or this is no form.</summary>
    public string Field(string name) => Http.Request.HasFormContentType ? Http.Request.Form[name].ToString() : string.Empty;

    public void Refuse(string field, string sentence) => errors.Add(new FormError(field, sentence));

    public void Say(string kind, string html) => notices.Add(new FormNotice(kind, html));

    /// <summary>Keeps what there is to say for the next page that the same browser opens.</summary>
    public void Close()
    {
        if (errors.Count + notices.Count == 0 || http is null)
        {
            return;
        }

        var kept = tempData.GetTempData(Http);
        kept[FormFeedback.Key] = JsonSerializer.Serialize(new FormFeedback(errors, notices));
        kept.Save();
    }

    /// <summary>For Liquid: <c>Request.Form.Name</c>, <c>Request.Query.id</c>.</summary>
    public JsonObject Model() => new()
    {
        ["Method"] = Http.Request.Method, ["Path"] = Http.Request.Path.Value, ["Host"] = Http.Request.Host.Value, ["Body"] = Body,
        ["Form"] = new JsonObject(Http.Request.HasFormContentType ? Http.Request.Form.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString())) : []),
        ["Query"] = new JsonObject(Http.Request.Query.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value.ToString()))),
    };
}

/// <summary>What a circuit says to whoever sent a form, on the page that they see next.</summary>
internal sealed record FormFeedback(IReadOnlyList<FormError> Errors, IReadOnlyList<FormNotice> Notices)
{
    public const string Key = "EssFormFeedback";

    /// <summary>By its first letters pages know that they are for this browser alone.</summary>
    public const string Cookie = "ess.said";
}

/// <param name="Field">Name of the input; empty for the form as a whole.</param>
internal sealed record FormError(string Field, string Sentence);

/// <param name="Kind">Orchard's Success, Information, Warning or Error.</param>
internal sealed record FormNotice(string Kind, string Html);
