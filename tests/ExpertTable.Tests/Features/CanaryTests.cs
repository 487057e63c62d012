using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>
/// Known strings go into the identity and the texts of a whole case, refusals and faults included, and are then looked
/// for wherever anything was left: every table, the broker, the logs at their finest, the spans, the errors.
/// </summary>
public sealed class CanaryTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private const string WrongBsn = "271828184";
    private const string Name = "Kanarie Naamgeving";
    private const string BirthDay = "2009-11-27";

    private static readonly string[] Texts =
    [
        "kanarie-vraag", "kanarie-analyse", "kanarie-advies", "kanarie-dissent", "kanarie-reden", "kanarie-ontvanger", "kanarie-stap", "kanarie-misplaatst",
    ];

    private static readonly Dictionary<string, string?> FinestLogs = new()
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Grpc"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
        ["Logging:LogLevel:System.Net.Http"] = "Trace",
    };

    private readonly string _bsn = Requests.NewBsn();
    private string _id = "";

    [Fact]
    public async Task Who_a_child_is_and_what_is_written_about_it_is_nowhere_else()
    {
        await using var watched = await host.StartAsync(FinestLogs);
        var errors = await LiveAsync(watched);
        await Eventually.Is("the messages have left", 0, () => host.CountAsync("select count(*) from outbox_message where sent_at is null"));
        string[] all = [_bsn, WrongBsn, Name, BirthDay, .. Texts];

        foreach (var (table, content) in await DumpAsync())
            AssertNone(table, content, all);
        AssertNone("the broker", await BrokerAsync(), all);
        AssertNone("the logs", string.Join('\n', watched.Logs.All.Select(l => $"{l.Text} {l.Exception}")), all);
        AssertNone("the spans", string.Join('\n', watched.Spans.All.Select(Written)), all);
        AssertNone("the errors", string.Join('\n', errors.Select(Written)), all);

        Assert.True(watched.Logs.All.Count > 1000, "The logs were not at their finest.");
        Assert.NotEmpty(watched.Spans.All);
        Assert.Contains(Texts[0], (await host.ReadAsync(_id, host.As("table-chair", subject: "a chair"))).Question, StringComparison.Ordinal);
    }

    /// <summary>A case from registration to decision, another that is returned, and everything that can go wrong on the way.</summary>
    private async Task<List<RpcException>> LiveAsync(ServiceHost<ExpertTableDbContext> service)
    {
        CaseService.CaseServiceClient Client(string subject) => new(service.CreateChannel(
            TestTokens.Create(new TestToken { Subject = subject, Roles = ["table-chair"] })));
        var chair = Client("a chair");
        var register = Register();
        var id = (await chair.RegisterCaseAsync(register)).Case.Id;
        _id = id;
        await chair.RegisterCaseAsync(register);
        await chair.TriageCaseAsync(Requests.Accept(id));
        await chair.RecordAnalysisAsync(new(Requests.Analysis(id)) { Text = Texts[1] });
        await chair.ScheduleCaseAsync(Requests.Schedule(id));
        await chair.GiveAdviceAsync(new(Requests.Advice(id)) { Text = Texts[2], Dissent = Texts[3] });
        await chair.DecideCaseAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = Texts[4] });
        await chair.RequestPurchaseAsync(Requests.Purchase(id));
        await FollowUpAsync(new(service.CreateChannel(TestTokens.Create(new TestToken { Subject = "a chair", Roles = ["table-chair"] }))), id);
        await new ConsultationService.ConsultationServiceClient(service.CreateChannel(TestTokens.For("table-chair"))).RecordConsultationAsync(
            new(ConsultationTests.Record(Texts[0])) { Consultation = { Answer = Texts[1] } });
        var other = (await chair.RegisterCaseAsync(Register())).Case.Id;
        await chair.TriageCaseAsync(new(Requests.Return(other)) { CaseReturn = new() { Receiver = Texts[5], NextStep = Texts[6] } });
        await chair.GetCaseAsync(new() { Id = id, Purpose = ReadPurpose.Oversight });
        await chair.ListCasesAsync(new());

        await host.Database.ExecuteAsync(
            """
            alter table case_file add constraint fault_file check (municipality_id <> 'GM1731');
            alter table case_transition add constraint fault_transition check (changed_by <> 'faulty');
            """);
        var faulty = Client("faulty");
        var open = await host.CaseInAsync(CaseState.Scheduled);
        await host.Database.ExecuteAsync($"update case_file set chair = 'faulty' where id = '{open.Id}'");
        var wrongText = new string('x', 100_001) + Texts[7];
        Func<Task>[] failing =
        [
            async () => await chair.RegisterCaseAsync(Register(r => r.Identity.Bsn = WrongBsn)),
            async () => await chair.RegisterCaseAsync(Register(r => r.Identity.Name = Name + "\u202E")),
            async () => await chair.RegisterCaseAsync(Register(r => r.Question = wrongText)),
            async () => await chair.RegisterCaseAsync(Register(r => r.MunicipalityId = Texts[7])),
            async () => await chair.RegisterCaseAsync(Register(r => r.MunicipalityId = "GM9999")),
            async () => await chair.RegisterCaseAsync(Register(r => r.RequestId = Texts[7])),
            async () => await chair.RegisterCaseAsync(Register(r => r.RequestId = register.RequestId, r => r.Question = Texts[7])),
            async () => await chair.RegisterCaseAsync(Register(r => r.MunicipalityId = "GM1731")),
            async () => await faulty.RegisterCaseAsync(Register()),
            async () => await chair.RecordAnalysisAsync(new(Requests.Analysis(id)) { Text = Texts[7] }),
            async () => await chair.RecordAnalysisAsync(new(Requests.Analysis(id)) { Text = wrongText }),
            async () => await chair.RecordAnalysisAsync(new(Requests.Analysis(Texts[7])) { Etag = Texts[7] }),
            async () => await faulty.GiveAdviceAsync(new(Requests.Advice(open.Id)) { Text = Texts[7] }),
            async () => await chair.RequestPurchaseAsync(new(Requests.Purchase(id)) { ProductId = Texts[7] + " " }),
            async () => await chair.GetCaseAsync(new() { Id = Texts[7], Purpose = ReadPurpose.Oversight }),
            async () => await chair.ListCasesAsync(new() { PageToken = Texts[7] }),
        ];
        var errors = new List<RpcException>();
        foreach (var (i, call) in failing.Index())
        {
            var thrown = await Record.ExceptionAsync(call);
            errors.Add(thrown as RpcException ?? throw new InvalidOperationException($"Call {i} was not refused.", thrown));
        }

        Assert.Equal(3, errors.Count(e => e.StatusCode == StatusCode.Internal));
        return errors;
    }

    private static async Task FollowUpAsync(CaseFollowUpService.CaseFollowUpServiceClient chair, string id)
    {
        await chair.StartExecutionAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id });
        await chair.ReportStuckAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = Texts[4], Bottlenecks = { Bottleneck.Waiting } });
        await chair.EscalateCaseAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Target = EscalationTarget.Jenn, Question = Texts[0] });
        await chair.EndEscalationAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Answer = Texts[2] });
        await chair.RecordOutcomeAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Outcome = new() { Result = OutcomeResult.Reached, Remarks = Texts[1] } });
        await chair.EvaluateCaseAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Text = Texts[3] });
        await chair.CloseCaseAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id });
    }

    private RegisterCaseRequest Register(params Action<RegisterCaseRequest>[] spoil)
    {
        var request = Requests.Register(bsn: _bsn);
        request.Question = Texts[0];
        request.Identity.Name = Name;
        request.Identity.BirthDate = new() { Year = 2009, Month = 11, Day = 27 };
        foreach (var change in spoil)
            change(request);
        return request;
    }

    private async Task<Dictionary<string, string>> DumpAsync()
    {
        var tables = await host.Database.ScalarAsync<string[]>(
            "select array_agg(schemaname || '.' || tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
        var dump = new Dictionary<string, string>();
        foreach (var table in tables!)
            dump[table] = await host.Database.ScalarAsync<string>($"select string_agg(t::text, E'\\n') from {table} t") ?? "";
        Assert.Contains("vault.identity", dump.Keys);
        Assert.Contains("public.idempotency_record", dump.Keys);
        return dump;
    }

    private async Task<string> BrokerAsync()
    {
        var text = new StringBuilder();
        await using var channel = await host.Broker.OpenChannelAsync();
        foreach (var queue in new[] { ExpertTableHost.StateQueue, ExpertTableHost.PurchaseQueue })
        {
            var taken = 0;
            for (; await channel.BasicGetAsync(queue, autoAck: true) is { } message; taken++)
            {
                text.Append(Encoding.UTF8.GetString(message.Body.Span));
                foreach (var (name, value) in message.BasicProperties.Headers ?? new Dictionary<string, object?>())
                    text.Append(name).Append('=').Append(value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value).Append('\n');
            }

            Assert.NotEqual(0, taken);
        }

        return text.ToString();
    }

    private static string Written(System.Diagnostics.Activity span) => string.Join(' ',
    [
        span.DisplayName, span.StatusDescription ?? "",
        .. span.TagObjects.Select(t => $"{t.Key}={t.Value}"),
        .. span.Baggage.Select(b => $"{b.Key}={b.Value}"),
        .. span.Events.SelectMany(e => e.Tags.Select(t => $"{e.Name} {t.Key}={t.Value}")),
    ]);

    private static string Written(RpcException error) =>
        $"{error.Status.Detail} {error.GetRpcStatus()} {Encoding.UTF8.GetString(error.GetRpcStatus()!.ToByteArray())} "
        + string.Join(' ', error.Trailers.Select(t => t.IsBinary ? Encoding.UTF8.GetString(t.ValueBytes) : t.Value));

    /// <summary>Neither as it is, nor as the database prints bytes, nor in base64 at any of its three offsets.</summary>
    private static void AssertNone(string place, string content, string[] canaries)
    {
        foreach (var canary in canaries)
        {
            var bytes = Encoding.UTF8.GetBytes(canary);
            Assert.False(content.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{canary} is in {place}.");
            Assert.False(content.Contains(Convert.ToHexString(bytes), StringComparison.OrdinalIgnoreCase), $"{canary} is in {place} as bytes.");
            for (var offset = 0; offset < 3; offset++)
            {
                var encoded = Convert.ToBase64String([.. new byte[offset], .. bytes])[(offset == 0 ? 0 : 4)..].TrimEnd('=');
                Assert.False(content.Contains(encoded[..^2], StringComparison.Ordinal), $"{canary} is in {place} in base64.");
            }
        }
    }
}
