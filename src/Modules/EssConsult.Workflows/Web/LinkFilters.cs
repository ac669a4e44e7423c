using EssConsult.Kernel.Themes;
using EssConsult.Mail.Contracts;
using Fluid;
using Fluid.Values;

namespace EssConsult.Workflows.Web;

/// <summary>Links for messages: <c>{{ 'Accept' | signal_url }}</c> answers the run that wrote it, <c>{{ '/contact' | absolute_url }}</c> leads to a page.</summary>
internal sealed class LinkFilters(WorkflowLinks links, ISiteAddress site) : ILiquidExtension
{
    public void Extend(FluidParser parser, TemplateOptions options)
    {
        options.Filters.AddFilter("signal_url", async (input, _, context) =>
        {
            var workflow = context.GetValue("Workflow");
            var id = (await workflow.GetValueAsync("WorkflowId", context)).ToStringValue();
            var about = (await workflow.GetValueAsync("CorrelationId", context)).ToStringValue();
            return new StringValue(id.Length == 0 ? string.Empty : links.SignalUrl(input.ToStringValue(), id, about));
        });
        options.Filters.AddFilter("absolute_url", (input, _, _) => new ValueTask<FluidValue>(new StringValue(site.Absolute("/" + input.ToStringValue().TrimStart('~', '/')))));
    }
}
