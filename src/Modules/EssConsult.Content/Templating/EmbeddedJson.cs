using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;

namespace EssConsult.Content.Templating;

/// <summary>The item that a template found inside another: there it is JSON, which Liquid holds as a dictionary of its own.</summary>
internal static class EmbeddedJson
{
    /// <returns>Null for what is no item.</returns>
    public static ContentItem? ReadItem(FluidValue value, TemplateContext context) =>
        value.ToObjectValue() is IFluidIndexable members && members.TryGetValue("ContentType", out var type) && type.Type == FluidValues.String && type.ToStringValue().Length > 0
            ? Object(members, context).ReadContentItem()
            : null;

    private static JsonObject Object(IFluidIndexable members, TemplateContext context) =>
        new(members.Keys.ToList().Select(key => KeyValuePair.Create(key, members.TryGetValue(key, out var value) ? Node(value, context) : null)));

    private static JsonNode? Node(FluidValue value, TemplateContext context) => value.Type switch
    {
        FluidValues.Nil => null,
        FluidValues.Boolean => value.ToBooleanValue(),
        FluidValues.Number => value.ToNumberValue(),
        FluidValues.Array => new JsonArray([.. value.Enumerate(context).Select(entry => Node(entry, context))]),
        _ => value.ToObjectValue() is IFluidIndexable members ? Object(members, context) : value.ToStringValue(),
    };
}
