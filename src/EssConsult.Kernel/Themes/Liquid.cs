using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using EssConsult.Kernel.Data;
using Fluid;
using Fluid.Values;

namespace EssConsult.Kernel.Themes;

/// <summary>A module's filters, tags and readable types, added once at start.</summary>
public interface ILiquidExtension
{
    void Extend(FluidParser parser, TemplateOptions options);
}

/// <summary>
/// Liquid templates written by themes and administrators: bounded in steps, depth, time and size, and blind to .NET types that
/// nobody registered.
/// </summary>
public sealed class Liquid
{
    private readonly HtmlEncoder html;
    private readonly FluidParser parser = new LiquidParser();
    private readonly TemplateOptions options = new();
    private readonly ConcurrentDictionary<string, IFluidTemplate> parsed = new();

    // Themes hand out the same string each time: finding it by reference spares reading through a layout to hash it.
    private readonly ConditionalWeakTable<string, IFluidTemplate> known = new();

    public Liquid(IEnumerable<ILiquidExtension> extensions, HtmlEncoder html)
    {
        this.html = html;
        options.MemberAccessStrategy.Register<JsonObject, object?>((json, name) => json[name]);
        options.ValueConverters.Add(value => value is JsonValue json ? Plain(json) : null!);
        options.ValueConverters.Add(value => value is JsonArray array ? array.Select(entry => (object?)entry).ToArray() : null!);
        foreach (var extension in extensions)
        {
            extension.Extend(parser, options);
        }

        LiquidLimits.Apply(parser, options);
    }

    /// <summary>Renders a source, parsed once per distinct text.</summary>
    /// <exception cref="RuleException">The source does not parse, or goes beyond a limit.</exception>
    public async Task<string> RenderAsync(string source, IReadOnlyDictionary<string, object?> model, TextEncoder? encoder = null)
    {
        await using var writer = new StringWriter();
        await RenderAsync(source, writer, model, encoder ?? html, ambient: null);
        return writer.ToString();
    }

    /// <summary>The sentence that says why a source does not parse; null when it does.</summary>
    public string? Check(string source) => parser.TryParse(source, out _, out var error) ? null : error;

    internal async Task RenderAsync(
        string source, TextWriter writer, IReadOnlyDictionary<string, object?> model, TextEncoder encoder, IReadOnlyDictionary<string, object>? ambient)
    {
        var context = new TemplateContext(options);
        LiquidLimits.Start(context);
        foreach (var (name, value) in model)
        {
            context.SetValue(name, FluidValue.Create(value, options));
        }

        foreach (var (name, value) in ambient ?? new Dictionary<string, object>())
        {
            context.AmbientValues[name] = value;
        }

        try
        {
            await Parse(source).RenderAsync(new BoundedWriter(writer), encoder, context);
        }
        catch (InvalidOperationException error) when (error.Message.Contains("steps", StringComparison.OrdinalIgnoreCase) || error.Message.Contains("recursion", StringComparison.OrdinalIgnoreCase))
        {
            throw LiquidLimits.Broken;
        }
        catch (Exception error) when (error is ArithmeticException or FormatException or ArgumentException)
        {
            throw new RuleException("template.value", "Ce gabarit contient une erreur : {0}", error.Message);
        }
    }

    private IFluidTemplate Parse(string source) => known.TryGetValue(source, out var template) ? template : known.GetValue(source, ParseText);

    private IFluidTemplate ParseText(string source)
    {
        if (parsed.TryGetValue(source, out var same))
        {
            return same;
        }

        if (!parser.TryParse(source, out var template, out var error))
        {
            throw new RuleException("template.syntax", "Ce gabarit contient une erreur : {0}", error);
        }

        // A site has a few hundred templates; a flood of distinct ones (patterns typed in an editor) must not fill the memory.
        if (parsed.Count > 2_000)
        {
            parsed.Clear();
        }

        return parsed[source] = template;
    }

    private static object? Plain(JsonValue json) => json.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String => json.GetValue<string>(),
        System.Text.Json.JsonValueKind.Number => decimal.TryParse(json.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        System.Text.Json.JsonValueKind.True => true,
        System.Text.Json.JsonValueKind.False => false,
        _ => null,
    };
}
