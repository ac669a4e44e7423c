using System.Text.Json;
using System.Text.Json.Nodes;
using EssConsult.Layers.Rules;

namespace EssConsult.Layers.Features;

internal enum ConditionKind
{
    Home,
    Url,
    Culture,
    Role,
    ContentType,
    SignedIn,
    Anonymous,
    Constant,
    Script,

    /// <summary>A group, or what nobody here knows: it can be taken away, not changed.</summary>
    Kept,
}

/// <summary>A condition as its inputs post it. <see cref="Raw"/> is its JSON as it was: only what differs from it is written.</summary>
internal sealed record ConditionInput
{
    private static readonly Dictionary<ConditionKind, string> Names = new()
    {
        [ConditionKind.Home] = "HomepageCondition", [ConditionKind.Url] = "UrlCondition", [ConditionKind.Culture] = "CultureCondition", [ConditionKind.Role] = "RoleCondition",
        [ConditionKind.ContentType] = "ContentTypeCondition", [ConditionKind.SignedIn] = "IsAuthenticatedCondition", [ConditionKind.Anonymous] = "IsAnonymousCondition",
        [ConditionKind.Constant] = "BooleanCondition", [ConditionKind.Script] = "JavascriptCondition",
    };

    public ConditionKind Kind { get; set; }

    /// <summary>What a text is compared with, or the script.</summary>
    public string? Text { get; set; }

    /// <summary>The class of the operator.</summary>
    public string? Operation { get; set; }

    public bool CaseSensitive { get; set; }

    /// <summary>The page is the home page, or not; always, or never.</summary>
    public bool Flag { get; set; }

    public string? Raw { get; set; }

    public bool ComparesText => Kind is ConditionKind.Url or ConditionKind.Culture or ConditionKind.Role or ConditionKind.ContentType;

    public static ConditionInput Of(JsonObject json) => ConditionReader.Read(json) switch
    {
        TextCondition text => new ConditionInput { Kind = Enum.Parse<ConditionKind>(text.Subject.ToString()), Text = text.Value, Operation = text.Operation.ClassName, CaseSensitive = text.Operation.IsCaseSensitive, Raw = Layer.Write(json) },
        ScriptCondition script => new ConditionInput { Kind = ConditionKind.Script, Text = script.Script, Raw = Layer.Write(json) },
        HomepageCondition home => new ConditionInput { Kind = ConditionKind.Home, Flag = home.Value, Raw = Layer.Write(json) },
        ConstantCondition constant => new ConditionInput { Kind = ConditionKind.Constant, Flag = constant.Value, Raw = Layer.Write(json) },
        SignedInCondition signedIn => new ConditionInput { Kind = signedIn.IsSignedIn ? ConditionKind.SignedIn : ConditionKind.Anonymous, Raw = Layer.Write(json) },
        _ => new ConditionInput { Kind = ConditionKind.Kept, Raw = Layer.Write(json) },
    };

    /// <summary>As the condition stands now, also half filled in.</summary>
    public Condition Read() => ConditionReader.Read(Write());

    public JsonObject Write()
    {
        var json = ReadRaw();
        if (Kind == ConditionKind.Kept)
        {
            return json;
        }

        if (!json.ContainsKey("Name") && !json.ContainsKey("$type"))
        {
            json["$type"] = ConditionReader.TypeOf(Names[Kind]);
            json["Name"] = Names[Kind];
            json["ConditionId"] = ContentId.New();
        }

        if (Kind is ConditionKind.Home or ConditionKind.Constant && (!json.ContainsKey("Value") || ConditionReader.Flag(json, "Value") != Flag))
        {
            json["Value"] = Flag;
        }
        else if (Kind == ConditionKind.Script && json.AnyText("Script") != Text)
        {
            json["Script"] = Text;
        }
        else if (ComparesText)
        {
            WriteText(json);
        }

        return json;
    }

    private void WriteText(JsonObject json)
    {
        if (json.AnyText("Value") != Text)
        {
            json["Value"] = Text;
        }

        var wanted = TextOperation.All.FirstOrDefault(known => known.ClassName == Operation, TextOperation.All[0]) with { IsCaseSensitive = CaseSensitive };
        if (TextOperation.Read(json["Operation"] as JsonObject) != wanted)
        {
            json["Operation"] = wanted.Write();
        }
    }

    private JsonObject ReadRaw()
    {
        try
        {
            return string.IsNullOrEmpty(Raw) ? [] : JsonNode.Parse(Raw) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            throw new RuleException("layer.condition", "Une condition est illisible : rouvrez cette page.");
        }
    }
}
