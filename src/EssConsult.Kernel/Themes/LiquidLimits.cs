using System.Diagnostics;
using System.Text.RegularExpressions;
using EssConsult.Kernel.Data;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Fluid.Values;

namespace EssConsult.Kernel.Themes;

/// <summary>
/// What keeps a template small that its author did not mean to, or did: Fluid counts steps and depth, but a single range, filter
/// or capture can fill the memory.
/// </summary>
internal static partial class LiquidLimits
{
    public const int MaxSteps = 100_000;
    public const int MaxDepth = 50;
    private const int MaxAssigned = 100_000;
    private const int MaxItems = 100_000;
    private const string Spent = "spent";

    /// <summary>What filters reckon, and the whole with what it waits for: a machine that is busy, or a database that answers late, still shows pages.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5), MaxWait = TimeSpan.FromSeconds(20);

    public static RuleException Broken => new("template.limits", "Ce gabarit demande trop de calcul.");

    /// <summary>Call it after every filter and tag has been added.</summary>
    public static void Apply(FluidParser parser, TemplateOptions options)
    {
        (options.MaxSteps, options.MaxRecursion) = (MaxSteps, MaxDepth);
        options.Assigned = (_, value, _) => new ValueTask<FluidValue>(Bounded(value, MaxAssigned));
        foreach (var (name, filter) in options.Filters.ToList())
        {
            options.Filters.AddFilter(name, (input, arguments, context) => FilterAsync(name, filter, input, arguments, context));
        }

        // Its buffer grows unseen, and no template of ours needs it.
        parser.RegisteredTags.Remove("ifchanged");
        parser.RegisterIdentifierBlock("capture", CaptureAsync);
    }

    public static void Start(TemplateContext context) => context.AmbientValues[Spent] = (Reckoned: new Stopwatch(), Started: Stopwatch.GetTimestamp());

    private static async ValueTask<FluidValue> FilterAsync(string name, FilterDelegate filter, FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var (reckoned, started) = ((Stopwatch, long))context.AmbientValues[Spent];
        if (reckoned.Elapsed > MaxTime || Stopwatch.GetElapsedTime(started) > MaxWait)
        {
            throw Broken;
        }

        reckoned.Start();
        var result = ResultSize(name, input, arguments) > BoundedWriter.MaxCharacters ? throw Broken : filter(input, arguments, context);
        reckoned.Stop();
        return Bounded(await result, BoundedWriter.MaxCharacters);
    }

    // The filters whose result is not about as long as what they are given.
    private static long ResultSize(string name, FluidValue input, FilterArguments arguments) => name switch
    {
        "replace" => Occurrences(input.ToStringValue(), arguments.At(0).ToStringValue()) * (long)arguments.At(1).ToStringValue().Length,
        "join" when input is ArrayValue list => list.Values.Count * (long)arguments.At(0).ToStringValue().Length + list.Values.Sum(item => (long)item.ToStringValue().Length),
        "split" => input.ToStringValue().Length * 20L,
        "format_string" => LongNumber().IsMatch(input.ToStringValue()) ? long.MaxValue : 0,
        "date" or "format_number" or "format_date" => LongNumber().IsMatch(arguments.At(0).ToStringValue()) ? long.MaxValue : 0,
        _ => 0,
    };

    private static int Occurrences(string text, string sought)
    {
        var count = 0;
        for (var at = sought.Length == 0 ? -1 : text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sought, at + sought.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    private static FluidValue Bounded(FluidValue value, int maxCharacters) => value switch
    {
        StringValue when value.ToStringValue().Length > maxCharacters => throw Broken,
        ArrayValue list when list.Values.Count > MaxItems => throw Broken,
        _ => value,
    };

    private static async ValueTask<Completion> CaptureAsync(
        string name, IReadOnlyList<Statement> statements, TextWriter writer, System.Text.Encodings.Web.TextEncoder encoder, TemplateContext context)
    {
        await using var captured = new BoundedWriter(new StringWriter(), MaxAssigned);
        var completion = await statements.RenderStatementsAsync(captured, encoder, context);
        context.SetValue(name, new StringValue(captured.ToString(), encode: false));
        return completion;
    }

    // A width or a precision in a format: {0,1000000}.
    [GeneratedRegex(@"\d{4}")]
    private static partial Regex LongNumber();
}
