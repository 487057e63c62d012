using Aspire.Dashboard.Pages;
using Aspire.Dashboard.Resources;
using Aspire.Dashboard.Telemetry;
using Aspire.DashboardService.Proto.V1;
using Google.Protobuf.WellKnownTypes;
using OpenTelemetry.Proto.Trace.V1;
using Regio.Dashboard.Tests.Hosting;
using Regio.Dashboard.Tests.Telemetry;

namespace Regio.Dashboard.Tests.Pages;

/// <summary>What pages are put together from.</summary>
public sealed class PartTests
{
    [Theory]
    [InlineData("ConnectionStrings__reportingdb", "Host=127.0.0.1;Password=x", true)]
    [InlineData("Vault__Keys__development", "AAAA", true)]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "x-otlp-api-key=abc", true)]
    [InlineData("SOMETHING_NEW", "value", true)]
    [InlineData("ASPNETCORE_API_KEY", "abc", true)]
    [InlineData("ASPNETCORE_URLS", "http://user:password@127.0.0.1", true)]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Development", false)]
    [InlineData("services__municipalities__grpc__0", "http://127.0.0.1:5101", false)]
    [InlineData("OTEL_SERVICE_NAME", "reporting", false)]
    [InlineData("Authentication__Issuer", "regio-development", false)]
    [InlineData("Authentication__DevelopmentKey", "MFkw", true)]
    [InlineData("SOMETHING_NEW", "", false)]
    public void What_is_not_known_to_be_harmless_is_masked(string name, string value, bool isSecret) =>
        Assert.Equal(isSecret, Secrets.IsSecret(name, value, declared: null));

    [Theory]
    [InlineData("STORAGE", "a-value-like-any-other", true)]
    [InlineData("SOMETHING_NEW", "value", false)]
    [InlineData("ASPNETCORE_URLS", "http://user:password@127.0.0.1", true)]
    [InlineData("SOMETHING_NEW", "Host=127.0.0.1;Password=x", true)]
    [InlineData("ACCESS_TOKEN", "abc", true)]
    public void What_the_app_host_calls_secret_is_masked_and_what_looks_like_it_too(string name, string value, bool isSecret)
    {
        var resource = new Resource();
        resource.Properties.Add(new ResourceProperty { Name = Secrets.Property, Value = Value.ForList(Value.ForString("STORAGE")) });

        Assert.Equal(isSecret, Secrets.IsSecret(name, value, Secrets.Declared(resource)));
    }

    [Fact]
    public void Colours_of_a_console_become_class_names_and_other_escapes_vanish()
    {
        var runs = new AnsiReader().Read("\u001b[1;31mred\u001b[0m plain \u001b]8;;http://x\u0007link\u001b[2K\u001b[38;5;46mgreen\u001b[38;2;0;0;255mblue");

        Assert.Equal(
            [("red", "f-red bold"), (" plain link", ""), ("green", "f-bright-green"), ("blue", "f-bright-blue")],
            runs.Select(run => (run.Text, run.Css)));
    }

    [Fact]
    public void A_colour_lasts_beyond_the_end_of_a_line()
    {
        var reader = new AnsiReader();
        reader.Read("\u001b[33mwarn");

        Assert.Equal("f-yellow", reader.Read("still")[0].Css);
    }

    [Fact]
    public void No_escape_whatever_its_form_reaches_the_page()
    {
        var random = new Random(4711);
        const string Alphabet = "\u001b[]m;0123456789:?K\u0007\\ab<";
        for (var i = 0; i < 20_000; i++)
        {
            var line = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            Assert.DoesNotContain('\u001b', AnsiReader.Plain(line));
        }
    }

    [Fact]
    public void What_is_needed_stands_left_of_what_needs_it_also_in_a_circle()
    {
        var graph = new ResourceGraph([Needing("web", "api"), Needing("api", "db"), Needing("db"), Needing("a", "b"), Needing("b", "a")]);
        int X(string name) => graph.Nodes.Single(node => node.Resource.Name == name).X;

        Assert.True(X("db") < X("api") && X("api") < X("web"));
        Assert.Equal(4, graph.Edges.Count);
    }

    [Fact]
    public void A_waterfall_has_children_below_their_parent_and_orphans_at_the_top()
    {
        var rows = Waterfall(
            Samples.Span(1, 3, 2, "grandchild", 20, 30), Samples.Span(1, 1, 0, "root", 0, 100), Samples.Span(1, 4, 1, "late child", 50, 60),
            Samples.Span(1, 2, 1, "child", 10, 40), Samples.Span(1, 6, 99, "orphan", 5, 6));

        Assert.Equal(
            [("root", 0), ("child", 1), ("grandchild", 2), ("late child", 1), ("orphan", 0)],
            rows.Select(row => (row.Span.Name, row.Depth)));
        Assert.Equal((100, 300), ((int)rows[1].From, (int)rows[1].Width));
    }

    [Fact]
    public void Spans_in_a_circle_are_shown_all_the_same() =>
        Assert.Equal(2, Waterfall(Samples.Span(1, 1, 2, "a", 0, 1), Samples.Span(1, 2, 1, "b", 0, 1)).Count);

    [Fact]
    public void A_received_message_tells_how_long_it_was_on_the_bus()
    {
        var rows = Waterfall(
            Samples.Span(1, 1, 0, "send", 0, 10, Span.Types.SpanKind.Producer),
            Samples.Span(1, 2, 1, "receive", 60, 100, Span.Types.SpanKind.Consumer));

        Assert.Equal(TimeSpan.FromMilliseconds(50), rows[1].Waited);
        Assert.Equal((100, 600), ((int)rows[1].OnTheBus!.Value.From, (int)rows[1].OnTheBus!.Value.To));
    }

    private static IReadOnlyList<WaterfallRow> Waterfall(params Span[] spans)
    {
        var stores = new Stores();
        stores.Take(Samples.Traces("a", spans));
        return new Waterfall(stores.Traces.Get(TraceId.Parse(Samples.TraceIdOf(1))), []).Rows;
    }

    private static Resource Needing(string name, params string[] needs)
    {
        var resource = new Resource { Name = name, DisplayName = name };
        resource.Relationships.AddRange(needs.Select(need => new ResourceRelationship { ResourceName = need, Type = "Reference" }));
        return resource;
    }
}
