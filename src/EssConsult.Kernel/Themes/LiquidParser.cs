using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Fluid.Values;
using Parlot;
using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace EssConsult.Kernel.Themes;

/// <summary>Fluid's parser, whose ranges know their measure before they are laid out in memory.</summary>
internal sealed class LiquidParser : FluidParser
{
    public LiquidParser()
    {
        Primary.Parser = Primary.Parser!.Then(Measured);
        RegisteredTags["for"] = RegisteredTags["for"].Then(statement => statement is ForStatement { Source: RangeExpression } loop
            ? new ForStatement(loop.Statements, loop.Identifier, Measured(loop.Source), loop.Limit, loop.Offset, loop.Reversed, loop.Else)
            : statement);
        RegisteredTags["tablerow"] = RegisteredTags["tablerow"].Then(statement => statement is TableRowStatement { Source: RangeExpression } row
            ? new TableRowStatement(row.Statements, row.Identifier, Measured(row.Source), row.Limit, row.Offset, row.Cols)
            : statement);
    }

    /// <summary>By commas or by spaces, as Orchard takes them: <c>{% shape_pager Model.Pager next_text: older, next_class: "next" %}</c>.</summary>
    private Parser<IReadOnlyList<FilterArgument>> Arguments
    {
        get
        {
            var named = Identifier.AndSkip(Colon).And(Primary).Then(static pair => new FilterArgument(pair.Item1, pair.Item2));
            var one = OneOf(named, Primary.Then(static value => new FilterArgument(null!, value)));
            return ZeroOrMany(one.AndSkip(ZeroOrOne(Comma))).And(AnyCharBefore(TagEnd, canBeEmpty: true)).Then(static pair => Whole(pair.Item1, pair.Item2));
        }
    }

    /// <exception cref="Parlot.ParseException">Something is left over: Fluid would end the template there without a word.</exception>
    private static IReadOnlyList<FilterArgument> Whole(IReadOnlyList<FilterArgument> read, TextSpan rest) =>
        string.IsNullOrWhiteSpace(rest.ToString()) ? read : throw new Parlot.ParseException("Unexpected '" + rest.ToString().Trim() + "'", TextPosition.Start);

    public void Tag(string name, Func<TagCall, ValueTask> render) => RegisterParserTag(name, Arguments, async (given, writer, encoder, context) =>
    {
        await render(await CallAsync(given, writer, encoder, context));
        return Completion.Normal;
    });

    public void Block(string name, Func<TagCall, Func<ValueTask>, ValueTask> render) => RegisterParserBlock(name, Arguments, async (given, statements, writer, encoder, context) =>
    {
        await render(await CallAsync(given, writer, encoder, context), async () => await statements.RenderStatementsAsync(writer, encoder, context));
        return Completion.Normal;
    });

    public void PassBy(string name) => RegisterParserTag(name, AnyCharBefore(TagEnd, canBeEmpty: true), (_, _, _, _) => new ValueTask<Completion>(Completion.Normal));

    private static async ValueTask<TagCall> CallAsync(IReadOnlyList<FilterArgument> given, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var (plain, named) = (new List<FluidValue>(), new Dictionary<string, FluidValue>(StringComparer.OrdinalIgnoreCase));
        foreach (var argument in given)
        {
            var value = await argument.Expression.EvaluateAsync(context);
            if (argument.Name is { } known)
            {
                named[known] = value;
            }
            else
            {
                plain.Add(value);
            }
        }

        return new TagCall(plain, named, writer, encoder, context);
    }

    private static Expression Measured(Expression expression) => expression is RangeExpression range ? new MeasuredRange(range) : expression;

    private sealed class MeasuredRange(RangeExpression range) : Expression
    {
        private const int MaxLength = 10_000;

        public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
        {
            var from = (await range.From.EvaluateAsync(context)).ToNumberValue();
            var to = (await range.To.EvaluateAsync(context)).ToNumberValue();
            return Math.Abs(from) > int.MaxValue || Math.Abs(to) > int.MaxValue || to - from > MaxLength ? throw LiquidLimits.Broken : await range.EvaluateAsync(context);
        }

        protected override Expression Accept(AstVisitor visitor) => this;
    }
}
