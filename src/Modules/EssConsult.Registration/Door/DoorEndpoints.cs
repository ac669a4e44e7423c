using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EssConsult.Registration.Events;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EssConsult.Registration.Door;

/// <summary>What the devices of a door read and send.</summary>
internal static class DoorEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(allowIntegerValues: false) }, MaxDepth = 6 };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/accueil/{id}/etat.json", StateAsync).RequirePermission(Permissions.CheckIn).ExcludeFromDescription();
        endpoints.MapGet("/accueil/{id}/liste.json", ListAsync).RequirePermission(Permissions.CheckIn).ExcludeFromDescription();
        endpoints.MapPost("/accueil/{id}/passages", ReceiveAsync).RequirePermission(Permissions.CheckIn).ExcludeFromDescription();
        endpoints.MapGet("/accueil/service-worker.js", Worker).Public().ExcludeFromDescription();
        endpoints.MapGet("/accueil/manifeste.webmanifest", AppManifest).Public().ExcludeFromDescription();
    }

    /// <summary>The figures, and the token that a device needs to send: the one on its kept page may be of another day.</summary>
    private static async Task<IResult> StateAsync(string id, HttpContext http, DoorBook book, IAntiforgery antiforgery, CancellationToken ct)
    {
        if (await book.ReadAsync(id, ct) is not { } view)
        {
            return Results.NotFound();
        }

        var token = antiforgery.GetAndStoreTokens(http).RequestToken;
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Json(new { token, expected = view.Expected, present = view.State.Present, inside = view.State.Inside });
    }

    /// <summary>Names leave the site, sealed: who took them is written down.</summary>
    private static async Task<IResult> ListAsync(string id, HttpContext http, SiteDb db, DoorList list, CurrentPerson person, CancellationToken ct)
    {
        if (await FindAsync(id, db, ct) is not { } row)
        {
            return Results.NotFound();
        }

        var file = await list.CloseAsync(row, ct);
        db.Audit(new AuditEntry("door.list-taken", id, person.RequiredId));
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Text(file.ToJson(), "application/json");
    }

    private static async Task<IResult> ReceiveAsync(string id, HttpContext http, SiteDb db, ReceiveScans receive, IAntiforgery antiforgery, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || !http.Request.HasJsonContentType() || await BodyAsync(http, ct) is not { } batch || batch.Count > ScanBatch.Most)
        {
            return Results.BadRequest();
        }

        return await FindAsync(id, db, ct) is { } row ? Results.Json(await receive.HandleAsync(row, batch, ct)) : Results.NotFound();
    }

    private static Task<EventRow?> FindAsync(string id, SiteDb db, CancellationToken ct) => db.FindEventAsync(id, ct);

    private static async Task<ScanBatch?> BodyAsync(HttpContext http, CancellationToken ct)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<ScanBatch>(http.Request.Body, Json, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Under the door's own path, so that the pages of the door alone are its scope.</summary>
    private static IResult Worker(HttpContext http, IWebHostEnvironment environment)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Stream(environment.WebRootFileProvider.GetFileInfo("_content/EssConsult.Registration/door-worker.js").CreateReadStream(), "text/javascript; charset=utf-8");
    }

    private static IResult AppManifest(HttpContext http, SiteSettings settings, Kernel.Themes.Assets assets, IStringLocalizer words)
    {
        var root = http.Request.PathBase + "/accueil/";
        return Results.Text(new JsonObject
        {
            ["name"] = $"{words["Accueil des rendez-vous"].Value} – {settings.SiteName}", ["short_name"] = words["Accueil des rendez-vous"].Value, ["lang"] = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ["id"] = root, ["start_url"] = root, ["scope"] = root, ["display"] = "standalone",
            ["icons"] = new JsonArray(new JsonObject { ["src"] = assets.Url("icon.svg"), ["sizes"] = "any", ["type"] = "image/svg+xml" }),
        }.ToJsonString(), "application/manifest+json");
    }
}
