using NewsAlerts.Messages;
using Spectre.Console.Rendering;

namespace NewsAlerts.Local.Commands.Printing;

/// <summary>Something drawn, in whose texts what would command the terminal is shown as escapes; its colours stay.</summary>
internal sealed class Visible(IRenderable drawn) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => drawn.Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => drawn.Render(options, maxWidth)
        .Select(segment => segment.IsControlCode || segment.IsLineBreak ? segment : new Segment(VisibleText.Of(segment.Text), segment.Style));

    /// <summary>Makes everything so that a console draws.</summary>
    internal sealed class Hook : IRenderHook
    {
        public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
            renderables.Select(drawn => new Visible(drawn));
    }
}
