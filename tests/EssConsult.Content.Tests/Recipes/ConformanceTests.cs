using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Content.Contracts;
using EssConsult.Content.Recipes.Export;

namespace EssConsult.Content.Tests.Recipes;

/// <summary>One recipe with every part, field, setting, condition, activity and step that the formats name (§9.6, point 9): nothing of it is lost on the way through two sites.</summary>
public sealed class ConformanceTests
{
    /// <summary>Every part of §2.3 and of §6.10 with its members, and one that nobody knows.</summary>
    private const string Parts = """
        {
          "TitlePart": { "Title": "Tout" }, "AutoroutePart": { "Path": "tout", "SetHomepage": false, "Disabled": false, "RouteContainedItems": true, "Absolute": false }, "AliasPart": { "Alias": "tout" },
          "HtmlBodyPart": { "Html": "<p>Corps</p>" }, "MarkdownBodyPart": { "Markdown": "**Corps**" }, "LiquidPart": { "Liquid": "{{ Model }}" },
          "BagPart": { "ContentItems": [ { "ContentItemId": "4bagged", "ContentItemVersionId": null, "ContentType": "Leaf", "DisplayText": "Dans le sac", "Latest": false, "Published": false, "TitlePart": { "Title": "Dans le sac" } } ] },
          "FlowPart": { "Widgets": [ { "ContentItemId": "4flowed", "ContentType": "Leaf", "DisplayText": "Dans le flux", "TitlePart": { "Title": "Dans le flux" }, "FlowMetadata": { "Alignment": 3, "Size": 50 } } ] },
          "WidgetsListPart": { "Widgets": { "Footer": [ { "ContentItemId": "4listed", "ContentType": "Leaf", "WidgetMetadata": { "RenderTitle": true, "Position": "1.5" } } ] } },
          "ListPart": {}, "CommonPart": {}, "MenuPart": {}, "MenuItemPermissionPart": { "PermissionNames": [ "EditContent" ] }, "LocalizationPart": { "LocalizationSet": "4set", "Culture": "fr-FR" },
          "SeoMetaPart": { "PageTitle": "Titre", "Render": true, "MetaDescription": "d", "MetaKeywords": "k", "Canonical": "/tout", "MetaRobots": "noindex", "CustomMetaTags": [ { "Name": "n", "Content": "c" } ], "DefaultSocialImage": { "Paths": [] }, "OpenGraphType": "website", "TwitterCard": "summary", "GoogleSchema": "{}" },
          "PublishLaterPart": { "ScheduledPublishUtc": "2031-01-01T00:00:00Z" }, "ArchiveLaterPart": { "ScheduledArchiveUtc": "2032-01-01T00:00:00Z" }, "PreviewPart": {}, "AuditTrailPart": { "Comment": null, "ShowComment": false },
          "SitemapPart": { "OverrideSitemapConfig": true, "ChangeFrequency": 2, "Priority": 5, "Exclude": false }, "DashboardPart": { "Position": 1, "Width": 2, "Height": 1 }, "SearchFormPart": { "IndexName": "Search", "Placeholder": "…" }, "FacebookPluginPart": { "Liquid": "x" },
          "LayerMetadata": { "RenderTitle": true, "Position": 1.5, "Zone": "Footer", "Layer": "Toujours" }, "UnheardPart": { "Of": [ 1, { "Deep": null } ] },
          "FormPart": { "Action": "/ailleurs", "Method": "POST", "WorkflowTypeId": "4old", "EncType": "multipart/form-data", "EnableAntiForgeryToken": true, "SaveFormLocation": true }, "FormElementPart": { "Id": "f" },
          "FormInputElementPart": { "Name": "nom" }, "FormElementLabelPart": { "Option": "Standard", "Label": "Nom" }, "InputPart": { "Type": "text", "DefaultValue": "", "Placeholder": "…" }, "FormElementValidationPart": { "Option": 1 },
          "FormInputElementVisibilityPart": { "Action": "Show", "Groups": [ { "Rules": [ { "Field": "a", "Operator": "Is", "Values": [ "1" ], "CaseSensitive": false } ] } ] }, "TextAreaPart": { "DefaultValue": "", "Placeholder": "", "Rows": 3 },
          "SelectPart": { "Options": [ { "Text": "Un", "Value": "1" } ], "DefaultValue": "1", "Editor": "Radio" }, "ButtonPart": { "Text": "Envoyer", "Type": "submit" }, "LabelPart": { "For": "nom" }, "ValidationPart": { "For": "nom" }, "ValidationSummaryPart": { "ModelOnly": true }, "ReCaptchaPart": {},
          "LinkMenuItemPart": { "Url": "~/", "Target": "_blank", "Name": "Ancien" }, "ContentMenuItemPart": { "CheckContentPermissions": true, "SelectedContentItem": { "ContentItemIds": [ "4leaf" ] } }, "HtmlMenuItemPart": { "Url": "/x", "Target": "", "Html": "<b>x</b>" }
        }
        """;

    /// <summary>Every field of §2.4, the free members beside the typed ones too.</summary>
    private const string Fields = """
        {
          "TextField": { "Text": "t" }, "HtmlField": { "Html": "<p>h</p>" }, "MarkdownField": { "Markdown": "m" }, "BooleanField": { "Value": true }, "NumericField": { "Value": 12.5 }, "DateField": { "Value": "2026-01-02T00:00:00Z" },
          "DateTimeField": { "Value": "2026-01-02T03:04:05Z" }, "TimeField": { "Value": "03:04:05" }, "LinkField": { "Url": "https://example.org/", "Text": "lien", "Target": "_self" },
          "MediaField": { "Paths": [], "MediaTexts": [], "Anchors": [ { "X": 0.5, "Y": 0.5 } ], "AttachedFileNames": [] }, "ContentPickerField": { "ContentItemIds": [ "4leaf" ] }, "LocalizationSetContentPickerField": { "LocalizationSets": [ "4set" ] },
          "UserPickerField": { "UserIds": [ "4user" ], "UserNames": [ "lea" ] }, "TaxonomyField": { "TaxonomyContentItemId": "4colours", "TermContentItemIds": [ "4red" ], "TagNames": [ "Rouge" ] }, "MultiTextField": { "Values": [ "a", "b" ] },
          "YoutubeField": { "EmbeddedAddress": "e", "RawAddress": "r" }, "GeoPointField": { "Latitude": 47.2, "Longitude": -1.55 }, "UnheardField": { "Of": { "What": [ null ] } }
        }
        """;

    private static readonly string[] Activities =
    [
        "ContentCreatedEvent", "ContentUpdatedEvent", "ContentPublishedEvent", "ContentUnpublishedEvent", "ContentDeletedEvent", "ContentVersionedEvent", "ContentDraftSavedEvent", "UserCreatedEvent", "UserUpdatedEvent", "UserDeletedEvent",
        "UserEnabledEvent", "UserDisabledEvent", "UserLoggedInEvent", "UserConfirmedEvent", "HttpRequestEvent", "HttpRequestFilterEvent", "SignalEvent", "TimerEvent", "UserTaskEvent", "WorkflowFaultEvent", "IfElseTask", "WhileLoopTask",
        "ForLoopTask", "ForEachTask", "ForkTask", "JoinTask", "ScriptTask", "LiquidTask", "SetPropertyTask", "SetOutputTask", "CorrelateTask", "LogTask", "NotifyTask", "CommitTransactionTask", "CreateContentTask", "UpdateContentTask",
        "RetrieveContentTask", "PublishContentTask", "UnpublishContentTask", "DeleteContentTask", "HttpRedirectTask", "HttpResponseTask", "HttpRequestTask", "HttpRedirectToFormLocationTask", "EmailTask", "SmsTask", "NotifyUserTask",
        "NotifyContentOwnerTask", "UpdateTwitterStatusTask", "RegisterUserTask", "ValidateUserTask", "AssignUserRoleTask", "UnassignUserRoleTask", "GetUsersByRoleTask", "BindModelStateTask", "ValidateFormFieldTask", "ValidateFormTask",
        "AddModelValidationErrorTask", "ValidateAntiforgeryTokenTask", "ValidateReCaptchaTask", "CreateTenantTask", "SetupTenantTask", "EnableTenantTask", "DisableTenantTask", "UnheardTask",
    ];

    /// <summary>Every step of §1.4 whose data stays on a site; the acts among them (indexes rebuilt, commands, tenants) leave nothing to export.</summary>
    private const string Steps = """
        [
          { "name": "Settings", "SiteName": "Tout", "PageSize": 12, "SearchSettings": { "DefaultIndexProfileName": "Search" }, "LayerSettings": { "Zones": [ "Footer" ] }, "UnheardSettings": { "A": [ 1 ] } },
          { "name": "Roles", "Roles": [ { "Name": "Relecteur", "Description": "Relit", "Permissions": [ "EditContent", "UnheardPermission" ] } ] },
          { "name": "MediaProfiles", "MediaProfiles": { "large": { "Hint": "", "Width": 960, "Height": 0, "Mode": "Crop", "Format": "WebP", "Quality": 80, "BackgroundColor": "", "AutoOrient": true } } },
          { "name": "Layers", "Layers": [ { "Name": "Toujours", "Description": "", "LayerRule": { "Name": "AllConditionGroup", "ConditionId": "4rule", "Conditions": [
            { "$type": "OrchardCore.Rules.Models.BooleanCondition, OrchardCore.Rules", "Name": "BooleanCondition", "ConditionId": "4c1", "Value": true },
            { "$type": "OrchardCore.Rules.Models.HomepageCondition, OrchardCore.Rules", "Name": "HomepageCondition", "ConditionId": "4c2", "Value": true },
            { "$type": "OrchardCore.Rules.Models.UrlCondition, OrchardCore.Rules", "Name": "UrlCondition", "ConditionId": "4c3", "Value": "/x", "Operation": { "$type": "OrchardCore.Rules.StringStartsWithOperator, OrchardCore.Rules", "CaseSensitive": false } },
            { "$type": "OrchardCore.Rules.Models.AnyConditionGroup, OrchardCore.Rules", "Name": "AnyConditionGroup", "ConditionId": "4c4", "DisplayText": "ou", "Conditions": [
              { "$type": "OrchardCore.Rules.Models.JavascriptCondition, OrchardCore.Rules", "Name": "JavascriptCondition", "ConditionId": "4c5", "Script": "isHomepage()" },
              { "$type": "Unheard.Condition, Unheard", "Name": "UnheardCondition", "ConditionId": "4c6", "Of": [ null ] } ] } ] } } ] },
          { "name": "Queries", "Queries": [
            { "Source": "Sql", "Name": "Recents", "Template": "select DocumentId from ContentItemIndex where Published = true limit @size:3", "Schema": "{}", "ReturnContentItems": true, "Unheard": 1 },
            { "Source": "Lucene", "Name": "Search", "Index": "Search", "Template": "{ \"query\": { \"match_all\": { } } }", "ReturnContentItems": true } ] },
          { "name": "Templates", "Templates": { "Content_Summary__Leaf": { "Description": "", "Content": "{{ Model.ContentItem.DisplayText }}" } } },
          { "name": "ShortcodeTemplates", "ShortcodeTemplates": { "x": { "Content": "y", "Hint": "", "Usage": "[x]", "DefaultValue": "[x]", "Categories": [ "c" ] } } },
          { "name": "AdminTemplates", "AdminTemplates": { "Content_Edit": { "Content": "" } } },
          { "name": "AdminMenu", "data": [ { "Id": "4menu", "Name": "Menu", "Enabled": true, "MenuItems": [ { "$type": "OrchardCore.AdminMenu.AdminNodes.LinkAdminNode, OrchardCore.AdminMenu", "UniqueId": "4node", "Enabled": true, "LinkText": "x", "LinkUrl": "~/x", "IconClass": "fas", "PermissionNames": [], "Items": [], "MenuName": null } ] } ] },
          { "name": "Placements", "Placements": { "TitlePart": [ { "place": "-", "contentType": [ "Leaf" ] } ] } },
          { "name": "CreateOrUpdateIndexProfile", "Indexes": [ { "Id": "4index", "Name": "Search", "IndexName": "Search", "ProviderName": "Lucene", "Type": "Content", "Properties": { "LuceneIndexMetadata": { "AnalyzerName": "standard" }, "ContentIndexMetadata": { "IndexLatest": false, "IndexedContentTypes": [ "Leaf" ], "Culture": "any" } } } ] },
          { "name": "deployment", "Plans": [ { "Name": "p", "Steps": [] } ] },
          { "name": "Translations", "translations": [ { "culture": "en", "context": "c", "key": "k", "value": "v" } ] },
          { "name": "FeatureProfiles", "FeatureProfiles": { "f": { "Id": "f", "Name": "f", "FeatureRules": [ { "Rule": "Exclude", "Expression": "x" } ] } } },
          { "name": "Sitemaps", "data": [ { "$type": "OrchardCore.Sitemaps.Models.Sitemap, OrchardCore.Sitemaps.Abstractions", "SitemapId": "4map", "Name": "m", "Enabled": true, "SitemapSources": [] } ] },
          { "name": "UrlRewriting", "Rules": [ { "Id": "4r", "Source": "Redirect", "Name": "r", "Order": 0 } ] },
          { "name": "CreateOrUpdateRateLimitPolicies", "policies": [ { "PolicyId": "4p", "Name": "p", "Scope": "Global", "IsEnabled": true, "Limiters": [] } ] },
          { "name": "OpenIdServerSettings", "AllowPasswordFlow": true }, { "name": "OpenIdClientSettings", "DisplayName": "x" }, { "name": "OpenIdValidationSettings", "Audience": "x" },
          { "name": "AzureADSettings", "DisplayName": "x" }, { "name": "MicrosoftAccountSettings", "AppId": "x" }, { "name": "FacebookCoreSettings", "AppId": "x" }, { "name": "FacebookLoginSettings", "CallbackPath": "/x" },
          { "name": "GitHubAuthenticationSettings", "ClientID": "x" }, { "name": "TwitterSettings", "ConsumerKey": "x" }, { "name": "ElasticIndexSettings", "Indices": [ { "Search": {} } ] }, { "name": "azureai-index-create", "Indices": [] },
          { "name": "custom-settings", "Reglages": { "ContentItemId": "4settings", "ContentType": "Reglages", "Reglages": { "Devise": { "Text": "Ensemble" } } } },
          { "name": "UnheardStep", "of": [ "what", null, 1.5 ] }
        ]
        """;

    [Theory, OnBothDatabases]
    public async Task Everything_that_Orchard_writes_comes_out_of_a_second_site_as_it_came(Database database)
    {
        await using var here = await Site.StartAsync(database);
        await using var there = await Site.StartAsync(database);
        var given = Recipe();

        var run = await here.PlayAsync(given.ToJsonString());
        run.Steps.Where(step => step.Outcome == RecipeStepOutcome.Failed).Select(step => $"{step.Name}: {step.Sentence} {string.Join(' ', step.Values)}").ShouldBeEmpty();
        var first = await ExportAsync(here);
        await there.PlayAsync(first);
        var second = await ExportAsync(there);

        second.ShouldBe(first);
        var exported = JsonNode.Parse(first)!["steps"]!.AsArray().ToLookup(step => step!["name"]!.ToString(), StringComparer.OrdinalIgnoreCase);
        foreach (var step in given["steps"]!.AsArray())
        {
            var name = step!["name"]!.ToString() is "custom-settings" ? "Settings" : step["name"]!.ToString();
            Holds(exported[name].FirstOrDefault(), step, name);
        }
    }

    /// <summary>Every member and entry that was given stands in what came out; more may stand beside it.</summary>
    private static void Holds(JsonNode? actual, JsonNode? given, string path)
    {
        switch (given)
        {
            case JsonObject json:
                foreach (var (key, value) in json.Where(pair => pair.Key != "name"))
                {
                    Holds((actual as JsonObject)?[key], value, $"{path}.{key}");
                }

                break;
            case JsonArray { Count: > 0 } list when list[0] is JsonObject entry && Key(entry) is { } id:
                foreach (var wanted in list)
                {
                    Holds((actual as JsonArray)?.FirstOrDefault(found => found?[id]?.ToString() == wanted![id]!.ToString()), wanted, $"{path}[{wanted![id]}]");
                }

                break;
            default:
                // A null may be left out (§0.1 of the formats).
                if (given is not null)
                {
                    JsonNode.DeepEquals(actual, given).ShouldBeTrue($"{path}: {actual?.ToJsonString() ?? "missing"} instead of {given.ToJsonString()}");
                }

                break;
        }
    }

    private static string? Key(JsonObject entry) => new[] { "ContentItemId", "WorkflowTypeId", "ActivityId", "Name", "PartName", "Id" }.FirstOrDefault(name => entry[name]?.GetValueKind() == JsonValueKind.String);

    private static JsonObject Recipe()
    {
        var (parts, fields) = (JsonNode.Parse(Parts)!.AsObject(), JsonNode.Parse(Fields)!.AsObject());
        var item = new JsonObject
        {
            ["ContentItemId"] = "4everything", ["ContentItemVersionId"] = "4everythingv", ["ContentType"] = "Everything", ["DisplayText"] = "Tout", ["Latest"] = true, ["Published"] = true,
            ["ModifiedUtc"] = "2026-01-02T03:04:05.6780000Z", ["PublishedUtc"] = "2026-01-02T03:04:05.6780000Z", ["CreatedUtc"] = "2026-01-01T00:00:00.0000000Z",
        };
        foreach (var (name, value) in parts)
        {
            item[name] = value?.DeepClone();
        }

        item["Everything"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key + "1", field.Value?.DeepClone())));
        var steps = JsonNode.Parse(Steps)!.AsArray();
        steps.Add(new JsonObject
        {
            ["name"] = "ContentDefinition",
            ["ContentTypes"] = new JsonArray(Type("Everything", ["Everything", .. parts.Select(part => part.Key).Where(name => name is not "LayerMetadata")]), Type("Leaf", ["TitlePart"])),
            ["ContentParts"] = new JsonArray(new JsonObject
            {
                ["Name"] = "Everything", ["Settings"] = new JsonObject { ["ContentPartSettings"] = new JsonObject { ["Attachable"] = true, ["Unheard"] = 1 } },
                ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. fields.Select(field => (JsonNode)new JsonObject
                {
                    ["FieldName"] = field.Key, ["Name"] = field.Key + "1",
                    ["Settings"] = new JsonObject { ["ContentPartFieldSettings"] = new JsonObject { ["DisplayName"] = field.Key, ["Position"] = "1" }, [field.Key + "Settings"] = new JsonObject { ["Hint"] = "h", ["Required"] = false }, ["LuceneContentIndexSettings"] = new JsonObject { ["Included"] = true } },
                })]),
            }),
        });
        steps.Add(new JsonObject { ["name"] = "Content", ["data"] = new JsonArray(item, Leaf(), Colours()) });
        steps.Add(new JsonObject { ["name"] = "WorkflowType", ["data"] = new JsonArray(Circuit()) });
        return new JsonObject { ["name"] = "everything", ["steps"] = steps };
    }

    private static JsonObject Type(string name, IEnumerable<string> parts) => new()
    {
        ["Name"] = name, ["DisplayName"] = name, ["Settings"] = new JsonObject { ["ContentTypeSettings"] = new JsonObject { ["Creatable"] = true, ["Stereotype"] = name == "Leaf" ? "Widget" : string.Empty }, ["FullTextAspectSettings"] = new JsonObject { ["IncludeBodyAspect"] = false } },
        ["ContentTypePartDefinitionRecords"] = new JsonArray([.. parts.Select((part, place) => (JsonNode)new JsonObject { ["PartName"] = part, ["Name"] = part, ["Settings"] = new JsonObject { ["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{place}" }, [part + "Settings"] = new JsonObject { ["Unheard"] = "kept" } } })]),
    };

    private static JsonNode Leaf() => JsonNode.Parse("""{ "ContentItemId": "4leaf", "ContentItemVersionId": "4leafv", "ContentType": "Leaf", "DisplayText": "Feuille", "Latest": true, "Published": true, "TitlePart": { "Title": "Feuille" } }""")!;

    private static JsonNode Colours() => JsonNode.Parse("""
        { "ContentItemId": "4colours", "ContentItemVersionId": "4coloursv", "ContentType": "Taxonomy", "DisplayText": "Couleurs", "Latest": true, "Published": true, "TitlePart": { "Title": "Couleurs" }, "AliasPart": { "Alias": "couleurs" },
          "TaxonomyPart": { "TermContentType": "Leaf", "Terms": [ { "ContentItemId": "4red", "ContentType": "Leaf", "DisplayText": "Rouge", "TitlePart": { "Title": "Rouge" }, "Terms": [ { "ContentItemId": "4pink", "ContentType": "Leaf", "DisplayText": "Rose", "TitlePart": { "Title": "Rose" } } ] } ] } }
        """)!;

    private static JsonObject Circuit() => new()
    {
        ["WorkflowTypeId"] = "4circuit", ["Name"] = "Tout", ["IsEnabled"] = false, ["IsSingleton"] = false, ["LockTimeout"] = 0, ["LockExpiration"] = 0, ["DeleteFinishedWorkflows"] = false,
        ["Activities"] = new JsonArray([.. Activities.Select((name, place) => (JsonNode)new JsonObject
        {
            ["ActivityId"] = $"4a{place}", ["Name"] = name, ["X"] = place, ["Y"] = 10 * place, ["IsStart"] = place == 0,
            ["Properties"] = new JsonObject { ["ActivityMetadata"] = new JsonObject { ["Title"] = null }, ["Unheard"] = new JsonObject { ["Expression"] = "kept" } },
        })]),
        ["Transitions"] = new JsonArray([.. Activities.Skip(1).Select((_, place) => (JsonNode)new JsonObject { ["Id"] = 0, ["SourceActivityId"] = $"4a{place}", ["SourceOutcomeName"] = "Done", ["DestinationActivityId"] = $"4a{place + 1}" })]),
    };

    private static async Task<string> ExportAsync(Site site)
    {
        using var zip = new MemoryStream();
        await site.UseAsync<RecipeExporter>(exporter => exporter.WriteAsync(zip, new ExportChoice(WithAuthors: true), TestContext.Current.CancellationToken));
        using var reader = new StreamReader(await new ZipArchive(new MemoryStream(zip.ToArray())).GetEntry("Recipe.json")!.OpenAsync(TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
