using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Invoices;

/// <summary>Invoice runs over real gRPC and PostgreSQL.</summary>
public sealed class InvoiceFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task A_run_charges_eleven_and_books_the_twelfth_and_a_correction_takes_it_back()
    {
        var cost = await CostAsync(850_000_00);
        var content = Content(cost);
        var preview = (await host.Invoices.PreviewInvoiceRunAsync(new() { Content = content })).Run;
        Assert.Equal(0, await host.Database.ScalarAsync<long>($"select count(*) from invoiced_allocation where cost_allocation_id = '{cost}'"));

        var run = await IssueAsync(content);

        Assert.Equal(preview.Invoices.Select(i => i.AmountCents), run.Invoices.Select(i => i.AmountCents));
        Assert.Equal(("GM0118", 850_000_00, 12), (run.CoordinatingMunicipalityId, run.AmountCents, run.Invoices.Count));
        Assert.Equal("GM0118", Assert.Single(run.Invoices, i => i.OwnShare).MunicipalityId);
        Assert.Equal(new Date { Year = 2026, Month = 3, Day = 31 }, run.Content.DueDate);
        Assert.Equal(run, (await host.Invoices.GetInvoiceRunAsync(new() { Id = run.Id })).Run);

        var credit = (await host.Costs.CreditCostAllocationAsync(new() { RequestId = NewId(), CostAllocationId = cost, Reason = "Verkeerd bedrag" })).CostAllocation;
        var correction = Content(credit.Id);
        correction.CorrectsId = run.Id;
        var corrected = await IssueAsync(correction);
        Assert.Equal(0, corrected.AmountCents + run.AmountCents);
        Assert.Equal([corrected.Id, run.Id], (await host.Invoices.ListInvoiceRunsAsync(new() { RegionId = "JHRD", PageSize = 2 })).Runs.Select(r => r.Id));
        Assert.Equal(1, await host.Database.ScalarAsync<long>($"select count(*) from outbox_message where message_type like '%InvoiceRunIssued%' and lane = '{run.Id}'"));
    }

    [Fact]
    public async Task Wrong_requests_are_refused_with_the_rule()
    {
        var cost = await CostAsync(1_00);
        await IssueAsync(Content(cost));

        await Refusals.IsRefusedAsync("ALLOCATION_INVOICED", StatusCode.FailedPrecondition, () => IssueAsync(Content(cost)));
        var early = Content(await CostAsync(1_00));
        early.InvoiceDate = new() { Year = 2010, Month = 1, Day = 1 };
        await Refusals.IsRefusedAsync("COORDINATOR_UNKNOWN", StatusCode.FailedPrecondition, () => IssueAsync(early));
        var credit = (await host.Costs.CreditCostAllocationAsync(new() { RequestId = NewId(), CostAllocationId = cost, Reason = "Verkeerd bedrag" })).CostAllocation;
        await Refusals.IsRefusedAsync("CREDIT_OUTSIDE_CORRECTION", StatusCode.FailedPrecondition, () => IssueAsync(Content(credit.Id)));
    }

    [Fact]
    public async Task Runs_at_the_same_time_have_numbers_without_a_gap_and_invoice_a_cost_once()
    {
        var shared = await CostAsync(1_00);
        var contents = new[] { Content(shared), Content(shared), Content(await CostAsync(2_00)), Content(await CostAsync(3_00)) };

        var answers = await Task.WhenAll(contents.Select(async content =>
        {
            try
            {
                await IssueAsync(content);
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Equal([StatusCode.OK, StatusCode.OK, StatusCode.OK, StatusCode.FailedPrecondition], answers.Order());
        Assert.True(await host.Database.ScalarAsync<bool>("select max(number) = count(*) and count(distinct number) = count(*) from invoice_run where region_id = 'JHRD' and year = 2026"));
    }

    [Fact]
    public async Task The_database_keeps_a_run_as_it_was_issued_and_adding_up()
    {
        var run = await IssueAsync(Content(await CostAsync(1_00)));

        foreach (var (sql, state) in new[]
            {
                ($"update invoice_run set due_date = '2099-01-01' where id = '{run.Id}'", PostgresErrorCodes.RestrictViolation),
                ($"delete from invoice_line where run_id = '{run.Id}'", PostgresErrorCodes.RestrictViolation),
                ($"insert into invoice_line (run_id, municipality_id, cost_allocation_id, position, subject, amount_cents, treatment, vat_cents) select '{run.Id}', 'GM0118', cost_allocation_id, 1, '', 1, 'OutsideScope', 0 from invoice_line where run_id <> '{run.Id}' limit 1", PostgresErrorCodes.CheckViolation),
            })
        {
            if (sql.StartsWith("insert", StringComparison.Ordinal))
                await IssueAsync(Content(await CostAsync(1_00)));
            var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(sql));
            Assert.Equal(state, refused.SqlState);
        }
    }

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static InvoiceRunContent Content(string cost) => new()
    {
        RegionId = "JHRD", InvoiceDate = new() { Year = 2026, Month = 3, Day = 1 }, Items = { new InvoiceItem { CostAllocationId = cost, VatTreatment = VatTreatment.OutsideScope } },
    };

    private async Task<string> CostAsync(long cents) =>
        (await host.Costs.AllocateCostAsync(new() { RequestId = NewId(), AmountCents = cents, Subject = "Pleegwijzer" })).CostAllocation.Id;

    private async Task<InvoiceRun> IssueAsync(InvoiceRunContent content) =>
        (await host.Invoices.IssueInvoiceRunAsync(new() { RequestId = NewId(), Content = content })).Run;
}
