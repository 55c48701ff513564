using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.WeakLinks.Asking;
using Noroshi.WeakLinks.Recorded;

namespace Noroshi.WeakLinks.Studies;

/// <summary>Makes the studies that were asked for, one after the other. A restart takes up again what was waiting or under way.</summary>
internal sealed class StudyWorker(OrderFolder orders, StudyStore studies, KeepStudies keeping, StudyQueue queue, TimeProvider clock, ILogger<StudyWorker> log) : BackgroundService
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        orders.Tidy(clock.GetUtcNow());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (orders.Waiting() is [var order, ..]) await RunAsync(order, stoppingToken);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                log.LogError(failure, "The orders of studies cannot be read; it is tried again in {Seconds} s", _patience.TotalSeconds);
            }

            await queue.WaitAsync(_patience, stoppingToken);
        }
    }

    private async Task RunAsync(StudyOrder order, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        queue.Begin(order.Id, stop);
        try
        {
            // A crash between keeping the study and dropping the order leaves both; it is not made twice.
            if (studies.Find(order.Id) is null)
            {
                var study = await Task.Run(() => MakeAsync(order, stop.Token), stop.Token);
                await keeping.KeepAsync(study, new Actor(order.By, order.Organisation), CancellationToken.None);
            }

            orders.Drop(order.Id);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            orders.Drop(order.Id);
        }
        catch (RefusalException problem)
        {
            orders.Refuse(order.Id, problem.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The worker outlives whatever one order does to it; the person sees which, the operator sees why.
            log.LogError(failure, "Study {Study} could not be made", order.Id);
            orders.Refuse(order.Id, $"The study failed inside the node. Tell the operator its number: {order.Id}.");
        }
        finally
        {
            queue.End();
        }
    }

    private async Task<RiskStudy> MakeAsync(StudyOrder order, CancellationToken cancel)
    {
        var folder = Path.GetDirectoryName(orders.FileOf(order, order.Sheets[0]))!;
        var (request, plan) = await OrderStudy.ReadAsync(order, folder, Kept(order.ModelFigures), Kept(order.PlanFigures), cancel);
        var inputs = StudyFile.Read(order.Sheets.Select(sheet => (sheet.Role, orders.FileOf(order, sheet)))).Zip(order.Sheets, (input, sheet) => input with { Name = sheet.Name }).ToList();
        return MakeStudy.Run(order.Id, order.Title, order.At, order.ByName, order.Exercise || request.Exercise || plan?.Exercise == true, request, plan, inputs, queue.Tell, cancel);
    }

    private static FigureDesk Kept(FiguresFound? figures) => (_, _) => Task.FromResult(figures ?? new FiguresFound([], [], []));
}
