using EssConsult.Workflows.Contracts;
using EssConsult.Workflows.Definitions;
using Microsoft.AspNetCore.Http;

namespace EssConsult.Workflows.Web;

/// <summary>Sends the browser to another page. To another site only where the author of the circuit wrote its address.</summary>
internal sealed class HttpRedirectTask(WorkflowRequest request) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(HttpRedirectTask), ActivityCategory.Web, "Aller à une page")
    {
        Settings = [new("Location", SettingKind.Liquid, "Adresse") { IsRequired = true }, new("Permanent", SettingKind.Flag, "Pour toujours")],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var location = (await call.LiquidAsync("Location")).Trim();
        location = location.StartsWith('~') ? location[1..] : location;
        var isWritten = Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            && call.Settings.Expression("Location")!.TrimStart().StartsWith(uri!.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
        if (!isWritten && !LocalPath.IsLocal(location))
        {
            throw new RuleException("workflow.location", "Un circuit ne peut pas envoyer à cette adresse.");
        }

        _ = request.Http;
        request.Answer = new FormAnswer { Location = location, Status = call.Settings.Flag("Permanent") ? StatusCodes.Status301MovedPermanently : StatusCodes.Status302Found };
        return ActivityResult.Done;
    }
}

/// <summary>Sends the browser back to the page where the form stood.</summary>
internal sealed class HttpRedirectToFormLocationTask(WorkflowRequest request) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(HttpRedirectToFormLocationTask), ActivityCategory.Web, "Revenir au formulaire")
    {
        Settings = [new("FormLocationKey", SettingKind.Text, "Nom retenu")], Outcomes = ["Done", "Failed"],
    };

    public ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        if (HttpRequestEvent.LocationOf(call, call.Settings.AnyText("FormLocationKey")) is not { } page)
        {
            return ValueTask.FromResult(ActivityResult.Of("Failed"));
        }

        _ = request.Http;
        request.Answer = new FormAnswer { Location = page, Status = StatusCodes.Status302Found };
        return ValueTask.FromResult(ActivityResult.Done);
    }
}

/// <summary>Writes the answer itself.</summary>
internal sealed class HttpResponseTask(WorkflowRequest request) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(HttpResponseTask), ActivityCategory.Web, "Répondre")
    {
        Settings =
        [
            new("HttpStatusCode", SettingKind.Number, "Code"), new("ContentType", SettingKind.Liquid, "Type"), new("Content", SettingKind.Liquid, "Réponse"),
            new("Headers", SettingKind.Liquid, "En-têtes, un par ligne"),
        ],
    };

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        _ = request.Http;
        var type = (await call.LiquidAsync("ContentType")).Trim();
        var isHtml = type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase);
        request.Answer = new FormAnswer
        {
            Status = int.TryParse(call.Settings.AnyText("HttpStatusCode"), out var code) && code is >= 200 and <= 599 ? code : StatusCodes.Status200OK,
            ContentType = type.Length > 0 ? type : "text/plain; charset=utf-8",
            Headers = [.. HeaderLines.Read(await call.LiquidAsync("Headers", LiquidEncoding.Url))],
            Body = await call.LiquidAsync("Content", isHtml ? LiquidEncoding.Html : LiquidEncoding.None),
        };
        return ActivityResult.Done;
    }
}

/// <summary>Says something to whoever sent the form, on the page that they see next. In the worker nobody listens.</summary>
internal sealed class NotifyTask(WorkflowRequest request, Content.Contracts.IMarkup markup) : IDescribedActivity
{
    public static ActivityDescription Description { get; } = new(nameof(NotifyTask), ActivityCategory.Web, "Afficher un message")
    {
        Settings = [new("NotificationType", SettingKind.Choice, "Ton") { Choices = ["Success", "Information", "Warning", "Error"] }, new("Message", SettingKind.Liquid, "Message, en HTML") { IsRequired = true }],
    };

    private enum Tone
    {
        Success,
        Information,
        Warning,
        Error,
    }

    public async ValueTask<ActivityResult> ExecuteAsync(IActivityCall call, CancellationToken ct)
    {
        var message = markup.Sanitize(await call.LiquidAsync("Message", LiquidEncoding.Html));
        if (request.IsPresent)
        {
            request.Say(call.Settings.Choice<Tone>("NotificationType").ToString(), message);
        }

        return ActivityResult.Done;
    }
}

/// <summary>« Name: value », one a line.</summary>
internal static class HeaderLines
{
    public static IEnumerable<(string Name, string Value)> Read(string lines) =>
        from line in lines.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let parts = line.Split(':', 2, StringSplitOptions.TrimEntries)
        where parts.Length == 2 && parts[0].Length > 0
        select (parts[0], parts[1]);
}
