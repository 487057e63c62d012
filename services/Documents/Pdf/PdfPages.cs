namespace Regio.Documents.Pdf;

/// <summary>A box at its place on a page.</summary>
internal sealed record Placed(PdfBox Box, double Y);

/// <summary>Divides a document over pages.</summary>
internal static class PdfPages
{
    private const double SmallestScale = 0.5;
    private const double Step = 0.025;
    private const double Room = PdfStyle.Bottom - PdfStyle.Top;

    public static IReadOnlyList<IReadOnlyList<Placed>> Of(Document document) =>
        document.Sections.Any(section => section.Page > 0) ? Fixed(document) : Flowing(document);

    /// <summary>As many pages as the document says: where much must stand on one, its letters give way.</summary>
    private static List<List<Placed>> Fixed(Document document)
    {
        var count = document.Sections.Max(section => section.Page);
        return [.. Enumerable.Range(1, count).Select(page => FixedPage(document, page, count))];
    }

    private static List<Placed> FixedPage(Document document, int page, int count)
    {
        for (var scale = 1.0; scale >= SmallestScale; scale -= Step)
        {
            var boxes = new PdfBoxes(new PdfStyle(scale));
            var flow = new Flow();
            flow.Add([
                .. page == 1 ? boxes.Head(document) : [],
                .. document.Sections.Where(section => section.Page == page).SelectMany(boxes.Section),
                .. page == count ? boxes.Foot(document) : [],
            ]);
            if (flow.Pages.Count == 1)
                return flow.Pages[0];
        }

        throw new PageTooFullException($"Page {page} holds more than letters of half the size leave room for.");
    }

    private static List<List<Placed>> Flowing(Document document)
    {
        var boxes = new PdfBoxes(new PdfStyle(1));
        var flow = new Flow();
        flow.Add([.. boxes.Head(document), .. document.Sections.SelectMany(boxes.Section), .. boxes.Foot(document)]);
        return flow.Pages;
    }

    /// <summary>Boxes below each other, page after page.</summary>
    private sealed class Flow
    {
        private readonly List<List<Placed>> _pages = [[]];
        private double _used;

        public List<List<Placed>> Pages => _pages;

        public void Add(IReadOnlyList<PdfBox> boxes)
        {
            for (var i = 0; i < boxes.Count; i++)
            {
                if (_used > 0 && _used + Needed(boxes, i) > Room)
                    Break(boxes[i]);
                Place(boxes[i]);
            }
        }

        /// <summary>What must stand on the page: the box, or as much of it as may stand alone, and what it is kept with.</summary>
        private static double Needed(IReadOnlyList<PdfBox> boxes, int first)
        {
            var needed = 0.0;
            var i = first;
            for (; boxes[i].KeepsWithNext && i < boxes.Count - 1; i++)
                needed += boxes[i].Before + boxes[i].Height;
            return needed + boxes[i].Before + boxes[i].Least;
        }

        private void Place(PdfBox box)
        {
            var y = _used > 0 ? _used + box.Before : 0;
            if (y + box.Height > Room && box.Split(Room - y) is { } halves)
            {
                Put(halves.Part, y);
                Break(halves.Remainder);
                Place(halves.Remainder);
                return;
            }

            Put(box, y);
        }

        private void Put(PdfBox box, double y)
        {
            _pages[^1].Add(new Placed(box, PdfStyle.Top + y));
            // A mark takes no space, and what comes after it is still the first on its page.
            if (box.Height > 0)
                _used = y + box.Height;
        }

        private void Break(PdfBox next)
        {
            _pages.Add([]);
            _used = 0;
            if (next.Repeats is { } head)
                Put(head with { Before = 0 }, 0);
        }
    }
}
